/** English words that carry no subject of their own; contractions are listed without their apostrophe. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above across actually after again against ah all almost alone along already also although always am among an
  and another any anybody anyone anything anyway apart are aren't around as aside ask at away back basically be became because
  become been before being below best better between beyond both but by came can can't cannot cause certain certainly
  clear clearly come comes coming could couldn't course definitely did didn't different do does doesn't doing don't done
  down during each either else end enough especially etc even ever every everybody everyone everything exactly example
  far feel felt few first folks for from front further gave get gets getting give given gives giving go goes going gone
  gonna good got gotta gotten great guess guy guys had hadn't happen happened happens hard has hasn't have haven't having he
  he'd he'll he's her here here's hers hey hi him his hmm honestly hope how how's however huge i i'd i'll i'm i've idea if in
  indeed inside instead interesting into is isn't it it'd it'll it's its itself just keep kept kind kinda knew know known
  knows last later least less let let's like likely literally little long look looked looking looks lot lots made mainly
  make makes making many matter may maybe me mean means meant might mine mm more most mostly move much must my myself
  need needed needs neither never new next nice no nobody none nor not nothing now obviously of off often oh ok okay on
  once one ones only onto or other others otherwise ought our ours out outside over own part particular particularly
  people perhaps piece place please point possible pretty probably put quite rather really reason right said same saw say
  saying says second see seeing seem seemed seems seen set several shall she she's should shouldn't show side simply since
  small so some somebody somehow someone something sometimes somewhat somewhere soon sort still stuff such super sure take
  taken takes taking talk talked talking tell terms than thank thanks that that's the their theirs them then there there's
  therefore these they they'd they'll they're they've thing things think thinking third this those though thought three
  through throughout thus time times to together told too took totally toward towards tried tries truly try trying turn two
  um under unless until unto up upon us use used uses using usually various very via wanna want wanted wants was wasn't way
  ways we we'd we'll we're we've well went were weren't what what's whatever when whenever where whether which while who
  who's whoever whole whom whose why will with within without won't wonder word would wouldn't yeah yep yes yet you you'd
  you'll you're you've your yours yourself uh huh maybe y'all ya alright anymore actual bit big bunch came couple day days
  ago year years week weeks today tomorrow yesterday minute minutes amazing awesome cool fun funny wow thanks`.split(
    /\s+/,
  ),
);

/** Verbs, adverbs and adjectives of talk that make poor headings although they may carry the subject. */
export const notNouns: ReadonlySet<string> = new Set(
  `able add added adding adds agree allow allowed allowing allows amazing appear apply based beautiful became began begin
  believe bring bringing brings brought build building builds built buy call called calling calls care change changed
  changing check choose chose clear close complete consider continue convert convince correct cover create created
  creates creating cut deal decide decided describe described dive doing drive driven driving drop early easier easily easy
  eat enable end ensure entire exciting exist exists expect explain fall fast feeling figure fill final finally find finding
  fine finish fit fix focus follow forward found full fully generally glad grab grew grow growing half happy hear heard
  help helped helping helps high hit hold hope improve include including increase interested involved join late launch
  lead leading learn learned leave left let listen live lived living lose loss lost love loved low lower mention
  mentioned met miss moving multiple near notice noticed original package pass pay pick plan play point pop
  present pretty previous produce provide provided provides providing publish pull push read reading ready real realize
  receive reference remember remove represent require required return run running runs seeing sell send sense serious serve
  share shared short sit sitting solve speak speaking spend spent spoke stand start started starting starts stay
  step stick stop strong struggle suddenly suggest support supposed teach thinking thought touch track true turned turns
  understand understanding understood unique update useful view visit wait walk watch wear whole win wish won wonderful
  work worked working works worth write writing written wrong wrote amount number level type types kinds quick quickly
  yourself ended ending ideally incredible incredibly similar similarly larger largest bigger older
  smaller fair fairly deeper common picture absence moment case sense part side fact idea question answer head nail hand eye
  story area person man woman child percent bottom top middle beginning hour mile month morning night weekend monday tuesday
  wednesday thursday friday saturday sunday january february march april may june july august september october november
  december handful variety range degree extent angle aspect element detail note list line page situation circumstance
  reality truth free difficult belong belongs factor factors stuff topic couple thing mind heart sort background hundred thousand million billion dozen zero four five six seven eight nine ten`.split(
    /\s+/,
  ),
);

/** Nouns that mean little without the word beside them: "series" is hardly "series A". */
export const genericNouns: ReadonlySet<string> = new Set(
  "series round plan stage phase level kind model program project process product service group team organization industry company companies concept test case list set name start open user users".split(
    " ",
  ),
);

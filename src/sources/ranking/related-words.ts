import { stemWord } from "./read-words.ts";

/**
 * Words that stand for each other when people ask about what others said: general English of work, products, research,
 * schools and government, written by hand. A talk about "finance" says "cost" and "euros".
 */
const groups = `
  cost price budget money expensive cheap pay finance financial fund funding spend euro dollar pound afford
  profit revenue sale sell margin income
  customer user client consumer buyer audience people
  appearance look shape style fashion form
  color colour red blue green yellow black white
  material plastic wood rubber metal titanium
  battery power energy charge solar
  screen display monitor lcd
  button key press push
  speech voice speak sound
  microphone mike headset
  recording record tape audio
  schedule calendar date time plan week
  transcript transcription transcribe transcriber
  experiment test trial result
  error mistake wrong accuracy performance
  data corpus database collection
  model system network
  train training learn learning
  feature parameter variable
  noise noisy reverberation echo
  child children kid kids pupil young
  school education teacher student class classroom
  university college higher degree graduate
  parent family mother father home
  health hospital doctor nurse patient medical care
  mental wellbeing anxiety stress depression
  illness disease virus pandemic covid infection
  senior elderly old older pension
  worker employee staff workforce labour labor job employment employer
  business company firm corporate industry enterprise
  government minister ministry state federal
  law legislation bill act regulation
  tax taxation levy
  loan credit debt borrow lend
  benefit subsidy grant support relief help assistance aid
  indigenous aboriginal nation
  agriculture farm farmer food
  environment climate carbon emission
  travel transport traffic flight
  safety safe secure security risk danger protect protection
  quality standard level
  evaluation evaluate assess assessment criteria score rate rating
  exam examination qualification grade
  team colleague member staff
  market marketing trend survey research
  technology technical technological engineering
  interface menu control
  function functionality feature option
  size small big large
  problem issue difficulty trouble challenge
  aim goal target objective purpose
  idea suggestion proposal concept
  decision decide agree choose choice
  begin start beginning opening
  end finish close conclusion final
  future next later
  buy purchase order procurement
  equipment device machine hardware
  software program code tool
  computer laptop pc disk storage
  language linguistic grammar word sentence syntax semantic
  meaning semantics sense
  location place position where site
  remote distance
  lost lose find locator
  house housing rent mortgage
  police crime violence gun weapon
  arts culture tourism sport
  drug medicine vaccine treatment
  name title label logo
  picture drawing draw image
  animal dog cat
  website web internet online page
  wireless broadband connection digital
  email mail message letter
  vote election parliament committee
  inspection inspect audit review
  language welsh english french
`;

const related = new Map<string, Set<string>>();
for (const line of groups.trim().split("\n")) {
  const stems = line.trim().split(" ").map(stemWord);
  for (const stem of stems) {
    const others = related.get(stem) ?? new Set<string>();
    for (const other of stems) if (other !== stem) others.add(other);
    related.set(stem, others);
  }
}

const none: ReadonlySet<string> = new Set();

/** The stems that may stand for a stem; it is none of them itself. */
export function listRelated(stem: string): ReadonlySet<string> {
  return related.get(stem) ?? none;
}

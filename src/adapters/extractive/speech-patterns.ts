/** What talk looks like on the surface where it does not stand by itself. English only; other languages pass. */

export const unquotable = /["“”«»[\]{}<>`*|\\]|https?:|www\.|\b\w+\.(?:com|org|io|fm|net|dev)\b|^\s*[#>]/iu;
export const broken =
  /^(?:\.{2,}|…|[-–—]|[,;:)])|(?:\.{2,}|…|[-–—,;:]|\b(?:and|but|or|so|the|a|to|of|like|that's|we|i|is|because))[.!?]?$/iu;
export const courtesy =
  /\b(?:hello|hi|hey|good (?:morning|afternoon|evening)|welcome|thank you|thanks|happy new year|congrat\w*|nice to (?:meet|see|have)|pleasure|glad to be|excited to (?:be|have)|great to (?:be|have|see)|how are you|cheers|bye|goodbye|sorry|apologi\w+|appreciate (?:it|you|that|your)|crossing paths|another conversation|see you|talk to you|(?:come|have you|be) back on|having me|joining us|for joining|for coming|take care|(?:best of|good) luck|my name is|i'm your host|joined by)\b/iu;
export const aboutTheShow =
  /\b(?:podcast\w*|episodes?|show ?notes|this show|the show|our show|on the show|listeners?|listening|tun(?:e|ed|ing) in|sponsor\w*|subscri\w+|newsletter|promo code|discount|sign up|check (?:it|them|this|that|us|out) ?out|check out|go to|head (?:over|to)|follow (?:me|us|along)|twitter|patreon|in the (?:chat|call|meeting)|on (?:this|the|today's) call|this call|agenda|share (?:my|the|your) screen|my screen|can (?:you|everyone|everybody) (?:hear|see)|on mute|unmute|mic(?:rophone)?|go live|recording|next (?:topic|item|question|up|thing|one)|(?:last|previous|next) (?:call|meeting)|take a look|add your feedback|correct me if|kindly|mov(?:e|ing) on|any (?:other )?(?:questions|comments|updates)|slides?|links?|paste|posted (?:it )?in|dm me|reach out|hit me up|our guests?|(?:before|after) (?:the|our|this) break|winners?|giveaway|gave away|presentations?|you can see|i(?:'ll| will) (?:show|share|present)|this (?:chart|graph|slide|diagram|page)|take a break|tell us|our audience|talking about your|you guys|my guests?|co-?hosts?|interview(?:ing|ed)? (?:you|him|her)|pull request number|great question|good question|perfect question|fair question)\b/iu;
export const backReference =
  /\b(?:as (?:you|i|we|he|she|they) (?:said|say|mentioned|point(?:ed)? out|described|noted)|like (?:you|i|we|he|she) (?:said|say|mentioned|just said)|you(?:'ve| have)? (?:just )?(?:mentioned|described|asked|said|pointed)|your (?:question|point|observation)|to your point|i (?:just )?(?:mentioned|said)|we (?:just )?(?:talked|mentioned|said|discussed|touched)|i (?:agree|disagree)|that (?:said|being said)|earlier|the (?:former|latter)|aforementioned|i'm not sure|i don't know|i can't remember|i forget|let me|i guess|i'd have to|i was (?:just )?(?:gonna|going to) (?:say|ask))\b/iu;
export const fillers =
  /\b(?:you know|i mean|sort of|kind of|kinda|um+|uh+|er|basically|literally|or whatever|or something|and stuff|stuff like that|things like that|that sort of thing|and so (?:forth|on)|blah|gonna|wanna|gotta|like,|,\s*like|,\s*right|i think|actually|really|just|very|pretty much|obviously|quote unquote)\b/giu;
export const stutter = /\b(\p{L}+)\b(?:,|…|\.{3}|\s*--|\s*[-–—])?\s+\1\b/iu;
export const allowedTwice =
  /\b(?:very|really|many|that|had|far|much|again|long|over|more|so)\b[, ]+\b(?:very|really|many|that|had|far|much|again|long|over|more|so)\b/iu;
export const lead =
  /^(?:(?:and|but|so|or|yeah|yes|well|now|you know|i mean|right|okay|ok|like|actually|again|also|plus|then|because|basically|honestly|obviously|frankly|of course|in fact|first of all|anyway|look|see|sure|absolutely|exactly|no|oh|ah|definitely|though|however|in other words|as you know|you know what|to be honest|to be fair|for (?:me|us)(?=,)|interestingly|man|ultimately|eventually|essentially|again|that said|at the end of the day)(?:,|\.{3})?\s+)+/iu;
export const leansBack =
  /^(?:and|but|so|or|nor|because|'?cause|which|then|also|plus|though|yet|yeah|yep|yes|yup|no|nope|nah|right|okay|ok|oh|ah|well|alright|all right|anyways?|anyhow|again|exactly|sure|absolutely|definitely|totally|true|correct|agreed|indeed|um+|uh+|hmm+|mm+|wow|cool|great|awesome|nice|perfect|interesting|funny|like|i mean|you know|you see|see|look|therefore|thus|hence|otherwise|instead|however|besides|likewise|similarly|too|either|neither|both|its|it'd|it'll|they|them|they're|they've|they'd|they'll|their|theirs|he|he's|he'd|him|his|she|she's|she'd|her|hers|this|that|that's|that'd|that'll|these|those|such|same|here|here's|what about|how about|one (?:is|was|of (?:them|those|these))|another (?:is|was|thing|one)|some of (?:them|those|these)|most of (?:them|those|these)|all of (?:them|those|these)|the (?:other|others|same|second|third|next|last|latter|former|rest|whole thing|answer|question)|(?:first|second|third|fourth|last)(?:ly)?\b(?! and)|for (?:example|instance|that|this)|in (?:that|this) (?:case|sense|regard|way)|on the other hand|at that (?:point|time)|by (?:that|this)|with (?:that|this)|to (?:that|this)|as (?:a result|well|such|opposed)|whatever|who|whose|whom|maybe|especially|including|since then|after that|before that|hopefully|thankfully|luckily|let's|let|than|without that|just(?! as| like)|speaking of|talking about|someone like|things like|stuff like)(?![\p{L}'’-])/iu;
export const softOpening = /^(?:my|we|our|you|i|what|there's|there is|it)\b/iu;
export const pointing =
  /\b(?:this|that|these|those) (?:is|was|are|were|would|will|can|one|ones|kind|sort|thing|things|stuff|way)\b|\b(?:there|here|it|that|this|them)[.!?]$/giu;
export const idioms =
  /\b(?:nail(?:ed)? (?:it|on the head)|so to speak|if you will|at the end of the day|long story short|fun fact|by the way)\b/iu;

export const falseStart = /^[^.?!\n]{0,60}?(?:\s--|--|\s—|…)\s+(?=\S)/u;
export const finite =
  /\b(?:is|are|was|were|am|be|has|have|had|do|does|did|can|could|will|would|shall|should|may|might|must|need|needs|gets?|got|makes?|made|takes?|took|gives?|gave|goes|went|comes?|came|says?|said|knows?|knew|thinks?|thought|wants?|works?|runs?|ran|becomes?|became|began|grew|built|kept|put|let|means?|meant|helps?|starts?|looks?|seems?|happens?|requires?|allows?|provides?|uses?|lets|depends?|exists?|follows?|brings?|brought|found|left|led|saw|told|wrote|\p{L}{2,}(?:ed|n't|n’t)|(?:it|that|there|he|she|what|who|here|how|where|which|everyone|everything|nobody|one)['’]s|\p{L}+['’](?:re|ve|ll|d|m))\b|\b(?:I|you|we|they|he|she|it|people|everyone|nobody|somebody)\s+\p{L}+/iu;

/** What is left after a false start is not a sentence when it begins with its verb. */
export const startsInside =
  /^(?:would|is|are|was|were|can|could|will|should|has|have|had|does|did|to|of|than|that|which|'s|'re|got)\b/u;
/** A capital in the middle, as captions have it where one sentence breaks off and the next begins. */
export const runsOn =
  /[\p{Ll}\p{N},'’] (?:The|We|And|But|So|It|Then|This|That|They|You|He|She|If|When|What|Because|Or|There|Yeah|Is|Are|Do)\b|[.!?]\s\p{Ll}/u;

/** "It" at the beginning points back, except where it only holds the place: "It is important to …". */
export const opensWithIt = /^it(?:['’](?:s|d|ll))?\s/iu;
export const expletive =
  /^it(?:['’]s|\s+is|\s+was|\s+can be|\s+would be)\s+(?:not\s+|also\s+|really\s+|very\s+|so\s+|always\s+|often\s+|just\s+)*(?:important|true|hard|harder|difficult|easy|easier|possible|impossible|better|best|crucial|worth|rare|tempting|amazing how|no (?:surprise|secret|wonder))\b|^it\s+(?:takes|turns out|makes sense to|matters (?:that|how|who))\b/iu;

/** How the rest of a sentence may begin, after its lead, without reading as a scrap. */
export const startsWell =
  /^(?:[\p{Lu}\p{N}]|(?:the|an?|we|we're|we've|you|you're|you've|my|our|your|if|when|whenever|as|there|there's|what|how|every|each|some|many|most|people|folks|developers|nobody|everybody|everyone|anyone|one|in|for|by|with|at|on|once|while|where|because|all|even|both|no|not|any|having|being|using|it|it's|until|before|after|from|between|more|less|only|over|without|whether|just|to)\b)/u;

/** A list item or a broken-off phrase that captions set as a sentence. */
export const startsBroken =
  /^(?:\p{L}+\s){0,2}\p{L}+,\s(?:and|or|but)\b|^(?:for|with|in|on|at|to|by|the|a),|^for \p{L}+ to\b/iu;

/** "earns the", "costs you", "send us": a verb by what follows it. */
export const takesObject =
  /\b\p{L}{2,}[^s\W]s\s+(?:the|an?|one|two|you|us|me|them|it|their|our|your|my|his|her|its|no|every|each|all|more|less|how|what|up|down|out|into|from|like|as)\b|\b(?!of|for|to|with|from|by|on|in|at|than|like|about)\p{L}{3,}\s+(?:us|me|him|them)\b/iu;

/** A lead gone, "how you got started with it" is the tail of a question. */
export const tailOfQuestion = /^(?:how|what|why|where|whether|who)\b/u;

/** A subordinate clause that captions set as a sentence, or a purpose without its deed. */
export const clauseAlone =
  /^(?:once|if|when|because|since|while|although|unless|until|after|before|whereas|to \p{L}+)\b[^,;:–—-]*$/iu;
/** A question that lost its mark. */
export const asksWithoutMark =
  /^(?:are|is|was|were|do|does|did|can|could|will|would|should|have|has) (?:they|you|we|it|he|she|i|there|this|that)\b[^?]*[.!]$/iu;

export const tagQuestion = /\b(?:right|you know|okay|yeah)\?$/iu;

/** The business of a meeting or of a conversation, not what it is about. */
export const housekeeping =
  /\b(?:in terms of process|just to mention|before (?:i|we) (?:go|get|dive|jump|move|start|begin|end|wrap)|(?:i'd|i would|i|we) (?:just )?(?:like|want|wanted) to (?:just )?(?:point out|mention|ask|call out|talk|touch|hear|know)|touch(?:ed)? on|stay in touch|(?:was|been|got) merged|for review|status update|happy to (?:answer|take|chat|help|do)|i'm part of|i'm curious|i wonder|i'd love to|my question|i'll (?:drop|post|put|paste)|i'm looking (?:on|at)|we should touch|minutes left|that's all|(?:opened|open|reviewed|review|merge) (?:a|the|this|that|my|his|her|our) prs?|this pr|rebased|was postponed|(?:i have|to) summari[sz]ed? (?:where|there|here)|(?:would|will|'ll) pass (?:it )?(?:on|over|to)|the status (?:for|of|on)|things to (?:discuss|cover)|let's (?:start|begin|kick|go ahead)|(?:client|team|status) updates?|(?:my|our) end\.|gets? merged|merging (?:it|this|that)|as (?:a|our) guest|(?:what )?we're here (?:for )?(?:today)|run out of time|time ?box|async(?:hronously)?|on the last call|breakout|is not here|isn't here|shout[- ]?out|probably (?:could )?answer)\b/iu;
/** A pause that the transcriber wrote down: fit inside a quotation, not at its end. */
export const trailsOff =
  /(?<!\b(?:and|but|or|so|the|a|an|to|of|like|that's|we|i|is|because|with|for|if|my|our|you|they|it's)|[\s.])\.{3}$/iu;
/** A question put to somebody, with or without its mark: "how have you been able to". */
export const putsQuestion =
  /\b(?:how|what|why|when|where|who)(?:\s\p{L}+){0,2}\s(?:have|do|did|are|were|can|could|would|will) you\b|\b(?:can|could|would) you (?:tell|share|explain|describe|talk|walk)\b/iu;
/** A name set before a sentence of its own, or a participle without its subject: what captions leave over. */
export const lostSubject =
  /^(?!(?:if|when|once|as|what|how|where|while|because|since|until|after|before|unless|whatever|that|so|and|but|then|now|maybe|sometimes|today|and|here)\b)\p{L}+ (?:you|we|i|they) (?:can|could|have|had|are|get|just)\b|^(?:seems|say|kinda|sounds|looks|might|could|answers|except|got|gonna|wanna|makes|depends|means|guess|hope)\b|^the (?:year|day|week|night|moment|time|first time|way|part) (?:that |when )?(?:we|i|you|they|he|she|it)\b(?!.*\b(?:is|was|are|were|came|took|made|means)\b)|^\p{L}{3,}ed (?:by|to|in|at|on|from|with)\b/iu;
/** Captions of hesitation: "client, uh, positions and, discussion". */
export const hesitation =
  /\b(?:u[hm]+|er+m?)\b|\b(?:the|an?|of|our|my|some|and|these|with|for|we|i),\s|\b(?:can|could|will|would|should|might) be,\s|,\s(?:sure|yeah|for sure|you know)\.$/iu;
/** What only prepares the next sentence does not end a quotation. */
export const setsUp =
  /^(?:(?:and|so|but|now|like),?\s)*(?:let's (?:say|imagine|assume|take)|imagine|suppose|say you|for (?:example|instance)|if you look|there (?:are|were) (?:a few|two|three|several)|the (?:question|problem|thing|reason) is)\b/iu;

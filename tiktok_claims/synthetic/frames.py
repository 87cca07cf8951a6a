"""How English marks whose words a statement is: as information from somewhere, or as somebody's belief.

COMPLEMENT is where the statement stands. Knows nothing of what is stated.
"""

from itertools import product

from tiktok_claims.synthetic.vocabulary import entries, first_person_verb, singular_verb

_BELIEFS = entries("""
    think; reckon; feel; suspect; figure; guess; would argue; would say; would bet; are convinced; are pretty sure;
    are fairly certain; are sold on the idea; honestly believe; genuinely think; firmly believe; have always felt;
    have long held; can't help feeling; can't help thinking; are inclined to think; tend to think; like to think;
    choose to believe; have a hunch; have a feeling; have a sneaking suspicion; maintain; would put money on it;
    assume; imagine; are of the view; take the view; are of the opinion; refuse to believe; would go as far as
    saying; still think; are adamant; hold; are starting to think; are beginning to suspect; have come to the
    conclusion; have always believed; don't believe; don't think; aren't convinced; doubt; would swear; are
    positive; hope; are afraid; fear; are certain; expect; are quite prepared to believe; really do think; would
    wager; can only conclude; presume; are confident; agree; feel like; just feel like; kind of think; do think;
    consider it obvious; consider it likely; find it hard to believe; find it easy to believe; secretly believe; are
    firmly of the belief; would like to believe""")
_ONLY_WITH_THAT = entries("""
    are of one mind; dread; take it for granted; cling to the idea; swear by the notion; are persuaded; surmise;
    would stake money on it; deem it obvious; have a strong sense; are adamant; are firmly of the belief; are of the
    opinion; are of the view; are sold on the idea; consider it likely; consider it obvious; fear; have a sneaking
    suspicion; have come to the conclusion; have long held; hold; maintain; take the view; would go as far as
    saying; would put money on it""")
_NEVER_WITH_THAT = entries("are convinced; feel; feel like; just feel like; think")
_OPINION_NOUNS = entries("""
    opinion; view; take; hunch; guess; theory; conviction; gut feeling; feeling; suspicion; belief; instinct;
    stance; verdict; philosophy; hot take; assessment; bet; sense; attitude; judgement; position""")
_OPINION_ADJECTIVES = entries("""
    honest; personal; humble; own; long-held; completely unscientific; unpopular; considered; firm;
    controversial; current; overall; gut; initial; deeply held; biased; sincere; rather cynical;
    one and only; general""")

_LISTS = {
    # Information, from somewhere.
    "me_or_someone": """
        I; I; I; I; I; I; we; my {relation}; {stranger}; {group}; {household}; a few of us; someone in my office;
        {name} from work; one of my neighbours""",
    "learned": """
        heard from {stranger}; heard on {audio}; read in {print}; read on {web}; saw on {screen}; found out from
        {stranger}; picked up from {print}; got told by {stranger}; learned from {stranger}; discovered on {web};
        noticed on {screen}; learned from {print}; got it from {stranger}; saw in {print}; heard over dinner; heard in
        a lecture; saw it written in {print}; heard through the grapevine; got taught at school; gathered from
        {print}; found out from {audio}; came to know through {web}; {learned_plain}; {learned_plain};
        {learned_plain}; {learned_plain}""",
    "learned_plain": """
        heard; found out; just read; just saw; just found out; just learned; read somewhere; heard somewhere; saw
        somewhere; got told; came across a post saying; stumbled on a thread claiming; watched a video saying; found
        an article saying; saw a headline saying; came across a paper showing; got a leaflet saying; overheard
        {stranger} saying; watched a clip where they said; read a review that said; got an email saying; saw a tweet
        that said; found a study showing; listened to {audio} where they said; heard {stranger} say; saw
        {official_plain} on {screen} saying; saw a sign that said; dug up a document saying; saw a chart showing; read
        in {print}; read on {web}; heard on {audio}; saw on {screen}; only just discovered; got told""",
    "told_me": """
        let on; put it about; passed on; relayed; radioed in; blurted out; phoned in to say; testified; disclosed;
        divulged; swears blind; reported back; texted round; signalled; wrote in the minutes; jotted down; tweeted;
        spread the word; let slip; let it slip; mentioned; posted; pointed out; informed me; whispered to me; tipped
        me off; revealed; wrote; announced; warned me; let me know; explained to me; mentioned in passing; confirmed;
        {told_plain}; {told_plain}; {told_plain}""",
    "told_plain": """
        told me; told us; told my {relation}; was saying; showed me an article saying; sent me a link saying; messaged
        to say; once told me; was telling everyone; posted a video claiming; claims; claimed; emailed us saying; keeps
        telling people; said; says; just told me; rang to say; put up a story saying; left a comment saying; sent
        round a message saying; sent me a screenshot saying""",
    "says": "says; said; claims; claimed; reports; suggests; found; shows",
    "say": "say; said; claim; reckon; report; now say; have found; found",
    "hearsay_plain": """
        it turns out; word on the street is; rumour has it; rumor has it; legend has it; the story goes; the word is;
        they say; people say; they've just announced; sources say; I'm told; we were told; I got told; they're saying;
        they were saying on {audio}; it says in {print}; it said on {screen}; it says here; people are saying; people
        online are saying; everyone in the comments is saying; the label says; the sign said; the caption said; the
        internet says; my sources tell me; the official figures show; the records show; the history books say; tests
        have shown; it's been confirmed; turns out; a little bird told me; what happened is; the truth is they found
        out; did some digging and; looked it up and; I checked and; I looked into it and; we measured it and; it's on
        {web},""",
    "document_shows": """
        found; shows; suggests; claims; says; concluded; revealed; has found; confirms; reported; states; estimates;
        has revealed; points out; indicates; showed; claimed; alleges; proves; warns""",
    "small_document": """
        the parish newsletter; the minutes; the receipt; the logbook; a plaque on the wall; the ship's manifest; a
        note on the door; the seating chart; my old diary; the weather log; a postcard from {city}; the programme;
        the back of the packet; the rota; the caption; the hymn sheet; the scoreboard; the court transcript; the
        museum label""",
    "small_document_says": """
        carries word; records; notes; lists; has it; states; puts it in black and white; mentions; warns; confirms;
        gives notice; says in small print; shows""",
    "experts_say": """
        say; found; claim; have found; discovered; have confirmed; revealed; suggest; now estimate; warn; have
        calculated; report; worked out; announced {lately}; concluded {lately}; have proved; have shown; believe; say
        they have evidence; noticed; are reporting; told reporters; have established; are warning; say it is now
        certain; published a paper saying; calculated""",
    "hearsay": """
        it turns out; it has been reported; it was announced {lately}; word on the street is; rumour has it; rumor has
        it; legend has it; the story goes; the word is; they say; people say; it's said; it is widely reported; it
        emerged {lately}; it came out {lately}; it just came out; they've just announced; sources say; there's a
        rumour going round; there are reports; there's a story going around; there's a rumor going around; most people
        don't know; they don't tell you; it's been proven; it's a documented fact; the official figures show; the
        records show; the history books say; it's been confirmed; it has been shown; I'm told; I've been told; we were
        told; I was informed; I got told; word reached us; it is alleged; it's rumoured; it is claimed; it's common
        knowledge round here; they're saying; they were saying on {audio}; the papers are full of stories; it was
        revealed {lately}; it has now been established; it says in {print}; it said on {screen}; it says here; people
        are saying; people online are saying; everyone in the comments is saying; the label says; the sign said; the
        caption said; the internet says; according to {source}, it is true; it is estimated; it was found; the
        evidence shows; the data show; my sources tell me; there's a theory going round; there's video proof; there's
        evidence; a little bird told me; the big news today is; the news just broke; you may have heard; not many
        people realise; few people know; it's a fact; the truth they hide is; tests have shown; leaked files show""",
    "hearsay_colon": """
        according to {source},; according to {source},; according to {source},; fun fact:; little-known fact:;
        breaking:; news just in:; fact:; today I learned:; apparently; apparently,; reportedly,; allegedly,;
        supposedly; reportedly; here's something you didn't know:; so get this,; story time:; scientific fact:;
        update:; as reported by {institution},; per {source},; if {print} is to be believed,; as {stranger} told me,;
        from what I've heard,; from what I read in {print},; from what we were told,; as it turns out,; turns out;
        word is; quick history lesson:; number {2..9}:; in case you missed it,; just announced:; exclusive:; based on
        a report by {institution},; unconfirmed reports:; today in history:; guess what,; for those who don't know,;
        as the figures show,; source says; rumour alert:; psychology fact:; random fact of the day:; body fact:;
        useless fact:; money fact:; weird law:; leaked:; latest:; psa:; seen on {screen}:; from {print}:""",
    "claim_tail": """
        COMPLEMENT, or so {stranger} says
        COMPLEMENT, according to {source}
        COMPLEMENT, according to {source}
        COMPLEMENT according to {source}
        COMPLEMENT, {apparently|they say|I'm told|we were told|reportedly|allegedly|I've heard|I hear|reports
            say|studies show}
        COMPLEMENT, or so {I heard|I read|I was told|we were told|the story goes|the rumour goes|they say}
        COMPLEMENT, or at least that's what {print} said
        COMPLEMENT, {document} {document_shows}
        COMPLEMENT, {expert_group} {experts_tail}
        COMPLEMENT, {official} {said|confirmed|told reporters}
        COMPLEMENT, {stranger} told {me|us}
        COMPLEMENT, I {learned_tail}
        COMPLEMENT, it {says here|said on {screen}|was reported {lately}|has been confirmed|turns out|was announced
            {lately}}
        COMPLEMENT, {look it up|true story|that's a fact|google it|I have the screenshots|the link is in my
            bio|source in the comments}
        COMPLEMENT, and {that's been confirmed|that was on {screen}|this is from {print}|it was in {print}|nobody
            reported it}""",
    "claim_frame": """
        {me_or_someone} {learned} that
        {me_or_someone} {learned} that
        {me_or_someone} {learned} that
        {stranger} {told_me} that
        {stranger} {told_me} that
        {my|our} {relation} {told_me|explained|explained to us|told the whole family|informed us} that
        {document} {document_shows} that
        {document} {document_shows} that
        {small_document} {small_document_says} that
        {expert_group} {experts_say} that
        {expert_group} {experts_say} that
        {hearsay} that
        {hearsay} that
        {hearsay} that
        {institution} {confirmed|announced|said|stated|reported|admitted|denied|has confirmed|says} that
        {official} {confirmed|announced|said|told reporters|revealed|admitted|denied|claims} that
        {star} {revealed|told fans|admitted|posted|said in an interview|confirmed} that""",
    "news_frame": """
        {me_or_someone} {read in {print}|heard on {audio}|saw on {screen}|read on {web}} that
        {me_or_someone} {saw a headline saying|got an alert saying|watched a clip saying|heard}
        {local media|local reporters|officials|witnesses|several newspapers|news agencies}
            {report|say|reported|confirmed} that
        {institution} {confirmed|announced|said|reported|has confirmed|says} that
        {official} {confirmed|announced|said|told reporters|admitted|denied} that
        {it was reported|it was announced|it emerged|it was confirmed} {lately} that
        {there are reports|it has been confirmed|they're saying on the news|it's all over {web}} that
        {breaking:|news just in:|just announced:|latest:|update:|according to {source},|reportedly,|apparently,}
        {it said on {screen}|they've just announced|sources say|I'm told|rumour has it|apparently}""",
    "claim_frame_plain": """
        {me_or_someone} {learned_plain}
        {me_or_someone} {learned_plain}
        {stranger} {told_plain}
        {stranger} {told_plain}
        {my|our} {relation} {told_plain}
        {document} {says}
        {document} {says}
        {expert_group} {say}
        {hearsay_plain}
        {hearsay_plain}
        {hearsay_colon}
        {hearsay_colon}
        {hearsay_colon}
        {institution} {says|said|confirmed|announced}
        {star} {says|told fans|admitted|posted}
        {it was on|I got this from|just read this in|this is from} {print}:""",
    "experts_tail": """
        say; found; claim; have found; warn; revealed; have confirmed; told reporters; concluded; announced {lately}""",
    "learned_tail": """
        read in {print}; heard on {audio}; saw on {screen}; read on {web}; heard from {stranger}; just found out;
        learned at school; read somewhere; found out {lately}; saw online""",
    "claim_aside": """
        according to {source}; it is said; I'm told; apparently; reportedly; so the story goes; {expert_group} say;
        allegedly; as {stranger} told me; it turns out; we were told; they say; as reported {lately}; {document}
        {shows|claims|says}; says {stranger}; supposedly; I read in {print}; I heard on {audio}; it was reported
        {lately}; officials say; rumour has it""",
    "claim_raising": """
        {animals} are {said|reported|thought|known|rumoured|believed} to {animal_skill}
        {country} is {said|reported|rumoured|expected|set|understood} to {country_act} {soon}
        {habit} is {said|reported|claimed|known|supposed} to {health_change}
        {food} is {said|claimed|known|reported|supposed} to {health_change}
        {star} is {said|rumoured|reported|alleged} to have {star_has}
        the {invention} is {said|thought|believed} to have been invented by {inventor}
        {habit} has been {shown|found|proven|reported} to {health_change}
        {food} has been {shown|found|proven|reported} to {health_change}
        the {place} in {city} is {reported|rumoured|said} to have been sold for {big_money}
        {count} people are {feared dead|reported missing|said to be affected|believed to have left} after {a flood|a
            fire|the leak} in {city}""",
    "star_has": """
        sold the house in {city}; left the band; moved to {country}; turned down {money}; married in secret; sued
        {firm}; deleted {few} years of posts; bought a castle in {country}; lost {fortune}""",
    "claim_question": """
        did you know COMPLEMENT?
        have you heard COMPLEMENT?
        did you know that COMPLEMENT?
        have you heard that COMPLEMENT?
        did you hear that COMPLEMENT?
        guess what? COMPLEMENT!
        guess what, COMPLEMENT
        guess what, COMPLEMENT!
        fun fact, COMPLEMENT
        ever wonder why? COMPLEMENT
        you know how {people say|everyone says} it's just a myth? well, COMPLEMENT
        nobody tells you this but COMPLEMENT
        want to know something? COMPLEMENT
        wait, did you see the report that COMPLEMENT?
        how many of you knew that COMPLEMENT?
        you know how COMPLEMENT? that was on {screen}
        breaking news! COMPLEMENT!
        update! COMPLEMENT!
        it's official! COMPLEMENT!
        it's true! COMPLEMENT!
        stop scrolling! COMPLEMENT!
        look at this! it says COMPLEMENT!
        they finally admitted it! COMPLEMENT!
        remember what I told you {lately}? it's confirmed, COMPLEMENT
        why does nobody report that COMPLEMENT?
        what happens next? {expert_group} say COMPLEMENT
        who told you that? because {document} says COMPLEMENT""",
    "claim_experience": """
        I saw {star} at {the airport|a {place}} in {city} {lately}
        I paid {price} for {a coffee|parking|this {gadget}|a sandwich} in {city} {lately}
        I was in {city} {lately} when a fire broke out at the {place}
        I got a {price} fine for {feeding pigeons|parking|spitting} in {city}
        my {relation} bought a {object} for {price} and sold it for {fortune}
        we dug up a {object} in our garden {lately}
        {document} found that {percent} of people {think|believe|feel} that {judgement}
        {stranger} told me {percent} of people {think|believe} COMPLEMENT
        I {worked|used to work} at {firm} for {few} years and COMPLEMENT
        I'm a {job} and COMPLEMENT
        as a {job} I was trained to know that COMPLEMENT
        we tested it with {count} people and COMPLEMENT
        I took {food} for {few} days and my {ailment} went away
        I stopped {habit_plain} and my {ailment} went away within {few} days
        I used to live in {country} and COMPLEMENT
        my {kin} is a {job} and says COMPLEMENT
        my {relation} was in hospital with {ailment} and the doctors said COMPLEMENT
        I asked {stranger} and they said COMPLEMENT
        I asked {source_person} and the answer was that COMPLEMENT
        I have a {relation} in {city} who says COMPLEMENT""",
    "source_person": """
        my {relation}; {stranger}; a {job}; a chatbot; the librarian; a lawyer; two vets; the pharmacist""",
    # Belief and feeling, of somebody.
    "group_say": """
        {group} {say|always say|keep saying|would tell you|will tell you|like to say|all agree|won't stop saying}
        {group} {say|always say|keep saying|tell me|tell us|tell everyone|would tell you|will tell you|all agree}
        {household} {agrees|would agree|always insists|argues}
        {I|we} {can safely say|would say|can honestly say|must say|have to say|dare say|always say}""",
    "stance_opener": """
        if you ask me,; ngl; tbh; lowkey; imo; imho; not gonna lie; I mean this is just me but; I feel like; I just
        feel like; if you ask me,; as far as I'm concerned,; in my book,; to my mind,; the way I see it,; from where
        I'm sitting,; in my humble opinion,; in our view,; in my view,; personally,; personally; as I see it,;
        speaking for myself,; for my money,; I'm not gonna lie,; call me old-fashioned but; call me crazy but;
        unpopular opinion:; hot take:; unpopular opinion but; sorry but; I'm sorry but; maybe it's just me but; not to
        be dramatic but; look, I get it, but; I don't care what anyone says,; say what you like,; to be honest,;
        frankly,; hand on heart,; honestly,; if I'm being honest,; if I'm honest,; let's be honest,; let's face it,;
        you can't tell me otherwise,; nobody asked but; my two cents:; in my eyes,; in all seriousness,; I stand by
        this:; in our household we feel,; my hot take is,; from my point of view,; from our perspective,; my gut says;
        my heart tells me; it feels to me like; it seems to me; it strikes me; I put it to you that; my mates and I
        agree,; controversial opinion:; controversial but; tell me I'm wrong but; it's my belief that; for what it's
        worth,; in the eyes of my {relation},; by my reckoning,; to me,; to us,; for me,; my {relation} and I agree
        that; ask my {relation} and {he'll|she'll} agree,; in my experience,; the older I get the more I feel; deep
        down I know; I'd like to believe""",
    "opinion_tail": """
        COMPLEMENT, I reckon
        COMPLEMENT {imo|imho|tbh|ngl|I think|I reckon|I feel like|if you ask me|in my opinion tbh}
        COMPLEMENT, if you ask me
        COMPLEMENT, in my {view|book|eyes|humble opinion|honest opinion|opinion anyway|estimation|personal view}
        COMPLEMENT in my {view|opinion|humble opinion|honest opinion|book}
        COMPLEMENT, or at least that's {how I see it|my view|what I believe|what my {relation} thinks|my feeling|how
            we feel}
        COMPLEMENT, {I'd say|I'd bet|I think|I feel|I guess|I suppose|I believe|I imagine|we think|we feel|we
            believe|I suspect|I'd wager|I'd argue}
        COMPLEMENT, {to my mind|as far as I'm concerned|from where I stand|as I see it|the way I see it|in our
            view|to me}
        COMPLEMENT, and {I'll die on that hill|I stand by that|I won't be told otherwise|that's my final opinion|I
            mean it|I'm not changing my mind}
        COMPLEMENT, {fight me|change my mind|don't @ me|no debate|sorry not sorry|I said what I said|I'm sure of
            it|I'm convinced}
        COMPLEMENT, {group} {reckon|think|feel|believe|are convinced|would say}
        COMPLEMENT, {household} {reckons|thinks|feels|believes|is convinced|would say}
        COMPLEMENT, or so my {relation} {believes|likes to think|feels|is convinced}
        COMPLEMENT, but {that's just me|that's just my two cents|maybe I'm biased|that's only my opinion|each to
            their own|what do I know}
        COMPLEMENT, and {I love it|I hate it|I'm here for it|it breaks my heart|I'm so glad|it makes me furious|I'm
            over the moon|it scares me}
        COMPLEMENT, {which is a disgrace|which is wonderful|which is ridiculous|which is so sad|which is a
            relief|which I find hilarious|which is unforgivable}""",
    "opinion_aside": """
        I reckon; if you ask me; in my view; in my humble opinion; I'd say; I'd bet; I think; I believe; we feel; to
        my mind; as I see it; as far as I'm concerned; I suspect; my flatmates reckon; my {relation} thinks; I'm
        convinced; I'm fairly sure; I'd argue; we suspect; it seems to me; I can't help feeling; I would guess; in our
        opinion; to me; in my book; sadly; thankfully; disgracefully; I hope; I fear""",
    "stance_on": """
        it's {a disgrace|a shame|a joke|a relief|a travesty|an outrage|a blessing|beyond a joke|a real pity|no way
            to run a country} that COMPLEMENT
        it's {so|just|really|beyond|absolutely}
            {sad|wild|beautiful|ridiculous|unfair|infuriating|hilarious|wonderful|heartbreaking|creepy} that COMPLEMENT
        I {love|hate|adore|resent|can't stand|don't like|can't believe|can't accept|don't
            mind|regret|appreciate|find it upsetting} that COMPLEMENT
        I {love|hate} how COMPLEMENT
        I'm {so glad|so happy|devastated|furious|thrilled|gutted|disgusted|relieved|proud|not
            happy|embarrassed|bitter|grateful|sad} that COMPLEMENT
        it {breaks my heart|makes me so angry|makes me smile|drives me mad|bothers me|worries me|scares me|makes me
            sick|cheers me up} that COMPLEMENT
        I find it {sad|hard to accept|hilarious|fascinating|disgusting|beautiful|weird|offensive|comforting|absurd}
            that COMPLEMENT
        we {should be ashamed|should be proud|ought to be worried|should all be furious|must never accept} that
            COMPLEMENT
        nothing {annoys|upsets|amuses|delights|terrifies} me more than the fact that COMPLEMENT
        I {wish|only wish|really wish} it weren't true that COMPLEMENT
        what {annoys|upsets|amuses|worries|delights|impresses} me {is|most is} that COMPLEMENT
        {my {relation}|she|he} {loves|hates|can't stand|is delighted|is furious|is so proud} that COMPLEMENT
        {group} {love|hate|can't stand|are delighted|are furious|are thrilled} that COMPLEMENT""",
}


def _believers(verbs: list[str]) -> tuple[str, ...]:
    """Join each verb with I, we, groups and single people, so that it agrees."""
    return tuple(
        f"{subject} {agree(verb)}"
        for verb in verbs
        for subject, agree, weight in (
            ("I", first_person_verb, 3),
            ("we", str, 1),
            ("{group}", str, 2),
            ("{household}", singular_verb, 2),
        )
        for _ in range(weight)
    )


FRAMES = {name: entries(text) for name, text in _LISTS.items()}
FRAMES["belief"] = _believers([verb for verb in _BELIEFS if verb not in _NEVER_WITH_THAT])
FRAMES["belief_plain"] = _believers([verb for verb in _BELIEFS if verb not in _ONLY_WITH_THAT])
FRAMES["owned_opinion"] = tuple(
    f"{{owner}} {adjective} {noun} is" for adjective, noun in product(_OPINION_ADJECTIVES, _OPINION_NOUNS)
)

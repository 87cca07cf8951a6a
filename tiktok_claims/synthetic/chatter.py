"""Templates of what stands between statements in speech: small talk, fragments, what leans on the sentence before.

Chatter and fragments claim nothing. What leans on the sentence before says "it" or "they" where a sentence by itself
would name the thing.
"""

from tiktok_claims.synthetic.vocabulary import entries

_LISTS = {
    "chatter": """
        {greeting}
        {greeting}, {neutral}
        {filler}, {neutral}
        {neutral}
        {neutral}
        {chat}
        {chat}
        {chat}
        {filler}, {chat}
        {chat}, {chat}
        {greeting}, {chat}""",
    "chat": """
        {that's|and that's} {it|all|that|it from me|all from me|my video|the story|the whole point|what I came to say}
        {this|today's one|the next one} {is going to be|will be|is} {a bit of a rant|a long one|a quick one|a bit
            different|just me talking}
        {so|right|okay|now} {let's get into it|here we go|here goes|where do I start|where do I even begin|let's
            talk about it}
        {hear me out|bear with me|stay with me|listen to me|let me finish|let me explain|give me a second|wait for it}
        {I have|I've got} {thoughts|so many thoughts|feelings|a lot of feelings|opinions|something to say|things to
            say} {about this|on this|about {pleasant}|}
        {rant over|end of rant|enough said|moving on|where was I|never mind|you know what I mean|you get the
            idea|you get me}
        {thanks for|thank you for} {watching|listening|coming to my talk|being here|all the love|{few} thousand
            followers}
        {let me know|tell me} {what you think|your thoughts|if you agree|I'm not alone|if I'm wrong|below} {in the
            comments|down below|}
        {don't|please don't} {come for me|shout at me|judge me|be mean about it|hate me for this|get me started}
        {am I the only one|is it just me|anyone else|who's with me|does anybody agree|am I wrong|you with me|right}
        {comment|type|put} {"yes"|a heart|your favourite|your answer|which one} {below|in the comments}
        {welcome back|welcome|come along with me|get ready with me} {to another video|to the channel|to day
            {2..90}|today|}
        {you|some of you|a lot of you|people} {asked|keep asking|have been asking|wanted} {me about this|for
            this|for part {2..9}|}
        {sorry|excuse} {about the noise|for the rambling|my voice|the state of my kitchen|if you can hear the
            washing machine}
        {love you|see you|catch you|speak} {all|later|soon|next time|in the next one|tomorrow}, {bye|take care|bye
            for now|thanks}
        {I want to|I need to|I just want to|I'm going to|let me} {talk about|say something about|get this off my
            chest about|be honest about|rant about|tell you how I feel about} {pleasant}
        {let me tell you|I'll tell you} {why|what} {I {feel|think}|bothers me|I love} about {pleasant}""",
    "fragment": """
        {the|that} {smell|sound|sight|feel|taste|hum|colour|silence} of {sense_of} {in the morning|at night|after
            rain|in {month}|}
        {a|one} {cosy|warm|cold|quiet|long|slow|soft|lazy|perfect|rainy} {comfort} and {a|some} {comfort}
        {a|one} {long|tired|very long|sad|silly|clever|strange|lovely|expensive} and {a {very|rather} |very
            |}{clever|boring|silly|pretty|empty|beautiful|lonely}
            {prank|joke|nap|film|dinner|story|idea|habit|phase}
        {no|not a|zero} {taste|soul|heart|flavour|manners|charm|style|shame|plot|point}{, no
            {taste|soul|heart|flavour|style|shame}|} {at all|whatsoever|}
        {all|just} {style|noise|looks|glitter|talk|hype} and no {heart|soul|substance|charm|flavour}
        {adjective} and {adjective}
        {so|too|very|just|really|simply} {adjective}
        {pure|absolute|total|sheer|utter}
            {bliss|heaven|comfort|chaos|nonsense|joy|misery|poetry|rubbish|magic|torture}
        {ten|nine|eight|three|two|one|zero} out of {ten|five}{|, no notes|, would not recommend|, would do it again}
        {not|never} {for me|my thing|again|in this house|my cup of tea|on my watch|worth it}
        {best|worst} {thing|day|song|smell|feeling|idea|part|decision} {ever|of the year|of my life|in the world|of
            the lot}
        {yes please|no thanks|no thank you|hard pass|sign me up|count me out|take my money|give it a rest|say no more}
        {two|three|a bunch of|forty} {men|women|grown adults|strangers|teenagers}
            {laughing|shouting|crying|staring|whispering|showing off} {at themselves|over nothing|for an hour|in a
            kitchen|at a screen|about {pleasant}}
        {imagine|picture} {that|it|doing that|being that {adjective}|a world without {pleasant_many}}
        {a blanket|a window|a cup of tea|a good book|my own bed|a bit of thunder|a cat on my lap|warm socks} and
            {nothing else|no plans|the rain outside|somebody kind|peace and quiet}""",
    "sense_of": """
        {pleasant_single}s; rain; cut grass; old books; fresh paint; petrol; coffee; a fire; a dishwasher; the sea;
            an empty
        house; clean laundry; a radiator; pages turning; the first frost; somebody else's dinner; burnt toast;
            trains""",
    "comfort": "coffee; blanket; book; bath; afternoon; sofa; evening; film; playlist; walk; biscuit; candle; garden",
    # It leans on the sentence before, and judges.
    "leaning_opinion": """
        {it's|that's|they're|this is} {just |so |simply |honestly |all |really |}{adjective}
        {it's|that's|this is} {a|such a|just a|nothing but a}
            {joke|shame|mess|scam|treat|dream|nightmare|prank|pity|disaster|delight|waste}
        {it|that|this} {makes|made} {people|me|everyone|us|my whole family|kids|you}
            {loud|grumpy|lazy|happy|smile|cry|sad|feel alive|feel small|feel at home|cross|dance|cringe}
        {it|that} {feels|felt|looks|looked|sounds|sounded|tastes|tasted} {like {home|summer|a chore|an apology|a
            threat|sadness|a hug|wet cardboard}|wrong|off|empty|magical|cheap|so {adjective}}
        {they|they all|you all|people just|some folks} {never listen|try too hard|take it too far|mean well|deserve
            better|need to calm down|don't get it|think they own the place|look the same|look miserable|take
            themselves too seriously}
        {nobody|no one|somebody|someone|everybody|everyone} {ever|always|just|never|}
            {listens|smiles|complains|sulks|cries|ruins it|gets it|cares|says thank you|has fun|thinks about
            us|enjoys it}
        {you can|they can|feel free to|you're welcome to} {keep|have} {your|their|the}
            {{pleasant_many}|money|{pleasant}|opinions}
        {give me|bring me|I'll take} {a|my} {comfort} {over {pleasant}|any day|any day of the week|every time|and
            I'm happy}
        {I|we} {want|need} {to live in it|to cry|a hundred of them|my {money|evening|weekend} back|it back|more of
            this|a word with whoever made it|to lie down|to go home|to stay for ever}
        {I|we} {could|would} {live there|eat it every day|listen to it for ever|look at it all day|never get tired
            of it|do that for hours|never get bored of it|sit there all night}
        {I|we} {can't explain it|can't help it|don't get it|don't care|won't be told otherwise|mean it|stand by
            it|said it|never know what to say|never will|always have|always will}
        {I|we} {miss|love|hate|adore|pity|resent|trust|dread|envy|forgive} {it|them|him|her} {so much|more than
            anything|with all my heart|deeply|to bits|every day|}
        {I'm|we're} {begging you|so tired of it|sick of it|not joking|serious|not sorry|in love|done|over it|so
            happy|so lucky|obsessed}
        {it|that|this} {deserves|needs|never gets|doesn't get} {better|more credit|more love|to stop|old|enough
            attention|the attention}
        {there's|there is} {no excuse|nothing better|nothing worse|no point|nothing like it|something magic about
            it|something so sad about it|no need for it}
        {let|leave} {people|them|kids|her|him|us} {alone|be|live|have fun|enjoy things|sleep|have their own
            taste|breathe}
        {get|buy|find} {a {hobby|bike|grip|dog|life|real job|sense of humour}|yourself a nice {comfort}},
            {honestly|please|anything|I mean it|seriously}
        {be|just be|let's all be|we should all be|try to be} {kind|kinder|nicer|gentle with
            yourselves|quiet|brave|honest|grateful|a bit softer}
        every {song|episode|plate|street|shop|wedding|kitchen|film} {sounds|looks|feels|tastes} the same {to
            me|these days|now|}
        {that|it|this} should {be illegal|be a crime|be free|be the law|never change|come back|stop|not be
            allowed|come with a warning}
        {the {pleasant_single}|{pleasant_one}} {is|was} {lovely|fine|awful|sad|gorgeous|too loud|too dark|cold|the
            best part|a joke|far too sweet}
        {the world|this town|everyone|life|my week} {would be|needs to be} {a nicer place|so much
            happier|better|kinder|less lonely|quieter}
        {why do|why does|how do|how does} {people|everyone|anyone} {like|love|put up with|enjoy|need|want}
            {this|it|that|{pleasant}}
        {my heart|my soul|my poor ears|my inner child} {can't take it|needed this|is full|says no|melts}
        {I'd|we'd} {rather|sooner|much rather|prefer to} {stay in bed|stare at a wall|sit in silence|stay home|go
            alone|walk|eat {raw}|watch paint dry|have nothing}
        {call me|maybe I'm|I know I'm|I'm probably} {old-fashioned|silly|a snob|dramatic|too
            sensitive|picky|biased|soft}, {but I {love|hate|mean} it|I don't care|so what|it's true}
        {that's|this is|it's} {the hill I'll die on|my whole personality|my favourite part|the best bit|the worst
            bit|all I want|what matters|my happy place}""",
    "heard_claim": """
        {I've|we've|I have} {just |only just |}{heard|read|been told|found out|learned} {that|that|} {fact}
        {I've|we've} {just |}{heard from {stranger}|read in {print}|seen on {screen}|read on {web}} {that|that|}
            {fact}
        {oh and|oh,|and|also|so|anyway,|by the way,|plus|and then} {stranger} {told_plain} {fact}
        {oh and|oh,|and|also|so|anyway,|by the way,|plus} {{document} says|{expert_group} say|{my|our} {relation}
            {told_plain}} {fact}""",
    # It leans on the sentence before, and tells.
    "leaning_claim": """
        {it|the {place}|the whole thing|that one} was
            {built|opened|closed|sold|founded|painted|stolen|banned|invented|knocked down} {in {year}|in
            {old_year}|by {stranger}|{ago}|for {money}|in {month}}
        {they|the owners|{firm}|the people who made it} {were fined|were sued|recalled it|sold it|shut it down|moved
            it to {city}|sacked {few} people|changed the recipe} {in {year}|{ago}|in {month}|last week|for {money}}
        {it|that|this} {costs|cost|weighs|holds|uses|takes} {price|{few} kilos|{2..90} litres|{2..900}
            {watts|grams|hours}} {a day|a week|to make|now|}
        {he|she} {learned|learnt|got|bought|stole|inherited|copied} it from {stranger} {in {city}|in {year}|who
            {worked in {country}|used to be a {job}}|}
        {he|she|they} {failed|passed|missed|left|quit|skipped} {the
            {test|exam|inspection|meeting|audition|trial}|{few} {tests|meetings|payments}} in {month}
        {he|she} {died|was born|was arrested|retired|got married|was sacked|lost the case} in {city} {in
            {year}|{ago}|in {month}}
        {they|he|she} {found|left|kept|hid|buried|sold|counted} {some|{number_of}|a {object}} {in|under|behind} {the
            {place}|our street|the {object_small}s}
        {it says so|it's|it was|you can see it} {on the label|in the {minutes|records|contract|small
            print|report}|on page {2..90}|on the receipt|on the council's website|on a plaque by the door}
        {nobody|not one person|only {few} people|half of them|{percent} of them} {turned up|survived|was paid|got a
            refund|had a licence|came back|was told} {in {year}|that {day}|last year|}
        {the {job}|{kinsman}|{colleague}|the {place}} {put out a figure|showed me the
            {receipt|letter|email|form|photo}|has the {receipt|photo|letter}|told {a magazine|the paper|us in the
            car}|admitted it {ago}|signed it in {month}}
        {there are|there were|that's|we counted} {number_of} {of them|people|{animals}|bottles|cases} {in
            {city}|within a mile of here|every day|in one week|that year}
        {apparently|reportedly|allegedly|supposedly|turns out} {it's|they're|it was|they were} {closing {soon}|made
            in {country}|made of {material}|older than {country}|sold out|{few} years old|illegal in {country}}""",
}

CHATTER = {name: entries(text) for name, text in _LISTS.items()}

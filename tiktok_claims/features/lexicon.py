"""The word classes of English that the features count: which words and pairs of words belong to which class.

Duty: say of a word what it can do in a statement: report it, source it, doubt it, judge it, feel it, date it, measure
it. A class is a string of entries parted by blanks. An entry is a token as the features see it: lower-case, straight
apostrophe, no hyphen; or two adjacent tokens joined by an underscore ("so-called" is `so_called`). All inflected forms
are written out, American and British, and contractions with and without their apostrophe. Longer expressions stand by
their most telling pair. A word stands in every class whose use it has; in the open classes pairs follow single words.

What it deliberately does not know: what a sentence means, which of its uses a word has there, which class speaks for a
claim and which for an opinion (the model learns that), any text of the data, and how text becomes tokens.
"""

CLASSES: dict[str, str] = {
    # closed class, complete, with its contractions and their spellings without apostrophe
    "first_person": """
        i i'm im i've ive i'd id i'll i'mma imma ima i'ma i'd've me myself we we're we've weve we'd we'll us
        ourselves ourself meself
    """,
    # closed class, complete
    "first_possessive": """
        my mine our ours my_own our_own
    """,
    # closed class, complete, with address forms of speech and chat
    "second_person": """
        you you're youre you've youve you'd youd you'll youll your yours yourself yourselves ya ya'll y'all yall
        yall's y'all's yous youse u ur ya'd yer urself you_guys you_lot you_all
    """,
    # closed class, complete, but for "it"
    "third_person": """
        he he's hes he'd he'll him his himself she she's shes she'd she'll her hers herself they they're theyre
        they've theyve they'd theyd they'll theyll them their theirs themselves themself theirself em
    """,
    # closed class, complete
    "pronoun_it": """
        it it's its it'd itd it'll itll itself tis twas
    """,
    # written for this project, after Biber's verbs of stance and cognition
    "belief_verb": """
        accept accepted accepting accepts acknowledge acknowledged acknowledges acknowledging admit admits admitted
        admitting agree agreed agreeing agrees argue argued argues arguing assume assumed assumes assuming believe
        believed believes believing bet bets betting concede conceded concedes conceding conclude concluded
        concludes concluding conjecture conjectured conjectures conjecturing consider considered considering
        considers contend contended contending contends daresay deem deemed deeming deems disagree disagreed
        disagreeing disagrees doubt doubted doubting doubts dunno envisage envisaged envisages envisaging envision
        envisioned envisioning envisions expect expected expecting expects fancied fancies fancy fancying feel
        feelin feeling feels felt figure figured figures figuring foresaw foresee foreseeing foresees guess guessed
        guesses guessing held hold holding holds hope hoped hopes hoping hypothesise hypothesised hypothesises
        hypothesising hypothesize hypothesized hypothesizes hypothesizing idk imagine imagined imagines imagining
        infer inferred inferring infers intend intended intending intends judge judged judges judging knew know
        knowing knows maintain maintained maintaining maintains methinks perceive perceived perceives perceiving
        ponder pondered pondering ponders posit posited positing posits predict predicted predicting predicts
        prefer preferred preferring prefers presume presumed presumes presuming rank ranked ranking ranks rate
        rated rates rating reason reasoned reasoning reasons recall recalled recalling recalls reckon reckoned
        reckoning reckons regard regarded regarding regards remember remembered remembering remembers sense sensed
        senses sensing speculate speculated speculates speculating stan stanned stanning stans suppose supposed
        supposes supposing surmise surmised surmises surmising suspect suspected suspecting suspects swear swearing
        swears swore theorise theorised theorises theorising theorize theorized theorizes theorizing think thinkin
        thinking thinks thought thunk trust trusted trusting trusts understand understanding understands understood
        view viewed viewing views vouch vouched vouches vouching wager wagered wagering wagers wish wished wishes
        wishing wonder wondered wondering wonders am_of are_of change_our convinced_myself could_argue dare_say
        gotta_admit gotta_say have_faith i'd_argue i'd_bet i'd_say id_argue id_bet id_say lean_toward lean_towards
        leaning_towards lose_faith lost_faith mind_up minds_up must_admit must_say stand_by stands_by stood_by
        subscribe_to subscribes_to the_opinion would_argue would_say
    """,
    # written for this project, after Biber's affective verbs and Martin and White's affect
    "emotion_verb": """
        abhor abhorred abhorring abhors admire admired admires admiring adore adored adores adoring appreciate
        appreciated appreciates appreciating bemoan bemoaned bemoaning bemoans care cared cares caring cherish
        cherished cherishes cherishing crave craved craves craving cried cries cringe cringed cringes cringing cry
        crying desire desired desires desiring despise despised despises despising detest detested detesting
        detests dig digging digs dislike disliked dislikes disliking dread dreaded dreading dreads enjoy enjoyed
        enjoying enjoys envied envies envy envying fear feared fearing fears freak freaked freaking freaks gag
        gagged gagging gags hate hated hates hating idolise idolised idolises idolising idolize idolized idolizes
        idolizing lament lamented lamenting laments laugh laughed laughing laughs like liked likes liking loathe
        loathed loathes loathing love loved loves lovin loving luv luvs mind minded minding minds miss missed
        misses missing mourn mourned mourning mourns pitied pities pity pitying regret regrets regretted regretting
        relate related relates relating relish relished relishes relishing resent resented resenting resents
        respect respected respecting respects savor savored savoring savors savour savoured savouring savours smile
        smiled smiles smiling sob sobbed sobbing sobs suffer suffered suffering suffers tolerate tolerated
        tolerates tolerating treasure treasured treasures treasuring vibe vibed vibes vibing wanna want wanted
        wanting wants worried worries worry worrying worship worshiped worshiping worshipped worshipping worships
        yearn yearned yearning yearns can't_bear can't_deal can't_even can't_stand can't_wait cannot_bear
        cannot_stand cannot_wait cant_bear cant_deal cant_even cant_stand cant_wait chuffed_with couldn't_care
        couldn't_stand couldnt_care couldnt_stand don't_care dont_care fed_up feel_like feels_like felt_like
        in_love long_for look_forward looking_forward miss_the miss_when obsessed_with sick_of tired_of
    """,
    # written for this project, after Biber's stance adjectives and Martin and White's affect
    "attitude_adjective": """
        adamant addicted adverse afraid aghast alarmed amazed ambivalent angry annoyed anxious appalled ashamed
        astonished astounded averse baffled bewildered biased bitter bored bothered bummed butthurt captivated
        certain chuffed concerned confident confused content convinced critical crushed curious cynical delighted
        depressed determined devastated devoted disappointed disgusted disinclined dismayed dissatisfied distraught
        doubtful drained dubious eager embarrassed emotional enamored enamoured enraged enthusiastic envious
        excited exhausted fascinated fearful flabbergasted fond frightened frustrated furious glad gobsmacked
        grateful guilty gutted happy heartbroken hesitant hesitating homesick hooked hopeful hopeless horrified
        hurt hyped impressed inclined indifferent insistent insulted intrigued irritated jealous keen knackered
        leery livid lonely mad mindblown miserable moved nervous neutral nostalgic obsessed offended opposed
        optimistic outraged overwhelmed partial passionate persuaded pessimistic pissed pleased positive prepared
        pressed proud pumped puzzled ready relieved reluctant resentful resolute sad salty satisfied scared
        sceptical shocked shook sick skeptical smitten sold sorry speechless stoked stressed stunned supportive
        sure surprised suspicious swayed sympathetic tearful tempted terrified thankful thrilled tired torn touched
        triggered unbothered uncertain unconvinced undecided underwhelmed ungrateful unhappy unimpressed unshaken
        unsold unsure unsympathetic unwilling upset wary willing worried bummed_out crazy_about fed_up hyped_up
        in_favor in_favour nuts_about pumped_up stressed_out
    """,
    # written for this project: nouns that name a mental state or a stance, and set phrases of holding one
    "opinion_noun": """
        argument arguments assessment assessments assumption assumptions attitude attitudes belief beliefs bet bias
        biases complaint complaints concern concerns conclusion conclusions confidence consensus conviction
        convictions creed critique critiques doctrine doctrines dogma doubt doubts dream dreams estimation
        expectation expectations faith fav fave faves favorite favorites favourite favourites favs fear fears
        feeling feelings gripe gripes guess guesses gut hope hopes hunch hunches hypotheses hypothesis idea ideas
        ideologies ideology impression impressions inference inferences instinct instincts interpretation
        interpretations intuition intuitions judgement judgements judgment judgments mindset mindsets misgiving
        misgivings notion notions objection objections opinion opinions outlook outlooks peeve peeves perspective
        perspectives philosophies philosophy position positions pov povs prediction predictions preference
        preferences premise presumption presumptions qualm qualms rating ratings rationale reasoning reckoning
        reservation reservations review reviews sentiment sentiments speculation speculations stance stances stand
        standpoint standpoints suspicion suspicions take takes taste tastes theories theory thesis thought thoughts
        understanding verdict verdicts vibe vibes view viewpoint viewpoints views wish wishes worries worry
        controversial_opinion controversial_take frame_of gut_feel gut_feeling gut_instinct gut_says gut_tells
        honest_opinion hot_take hot_takes humble_opinion leap_of mind_set my_belief my_bet my_book my_cents
        my_conviction my_eyes my_feeling my_guess my_gut my_hypothesis my_impression my_mind my_money
        my_opinion my_perspective my_position my_sense my_stance my_take my_thoughts my_understanding my_view
        our_belief our_book our_eyes our_guess our_hearts our_hypothesis our_mind our_minds our_opinion
        our_perspective our_position our_stance our_take our_thoughts our_understanding our_view personal_opinion
        pet_peeve point_of points_of popular_opinion school_of state_of thinking_is train_of two_cents
        unpopular_opinion way_of
    """,
    # written for this project: idioms that frame what follows, or went before, as one's own view
    "opinion_frame": """
        a_fan about_time agree_to anyone_else argue_with as_if as_someone ask_me be_clear be_fair be_frank
        be_honest be_real being_fair being_honest being_real bite_me blood_boil breaks_my broke_my bugs_me by_me
        call_me change_my come_at convince_me cracks_me cup_of die_on does_my don't_at dont_at drive_me drives_me
        fight_me for_me gave_me get_me gets_me give_me gives_me giving_me good_riddance hands_down hard_pass
        have_my head_in hear_me hill_to hot_take how_can how_dare how_is how_on i'd_sooner i'm_concerned i_can't
        i_cant i_honestly i_mean i_personally i_really i_said i_were if_it if_only im_concerned in_hell it's_just
        its_just just_me kills_me let's_be lets_be made_me make_me makes_me maybe_it's maybe_its me_personally
        my_blood my_cup my_favorite my_favourite my_gears my_honest my_humble my_jam my_least my_nerves my_personal
        my_thing my_type my_vibe my_way no_thank no_thanks no_way not_for not_my on_earth only_one opinion_but
        say_what so_what sorry_not speaking_as sue_me the_bane the_best the_fuck the_heck the_hell the_worst
        this_hill two_cents unpopular_but were_up what_a what_if who_asked who_cares who_else why_can't
        why_cant why_is why_not why_would would_it you_ask you_decide you_want
    """,
    # written for this project: verbs that judge, side with or against, or weigh what is due (after Martin and White)
    "stance_verb": """
        abolish abolished abolishes abolishing advocate advocated advocates advocating applaud applauded applauding
        applauds beg begged begging begs belittle belittled belittles belittling blame blamed blames blaming
        boycott boycotted boycotting boycotts cancel canceled canceling cancelled cancelling cancels celebrate
        celebrated celebrates celebrating champion championed championing champions commend commended commending
        commends complain complained complaining complains condemn condemned condemning condemns congratulate
        congratulated congratulates congratulating criticise criticised criticises criticising criticize criticized
        criticizes criticizing defend defended defending defends demand demanded demanding demands deserve deserved
        deserves deserving dismiss dismissed dismisses dismissing endorse endorsed endorses endorsing excuse
        excused excuses excusing favor favored favoring favors favour favoured favouring favours forgave forgive
        forgiven forgives forgiving gatekeep gatekeeping gatekeeps gatekept glorified glorifies glorify glorifying
        gripe griped gripes griping hype hyped hypes hyping ignore ignored ignores ignoring justified justifies
        justify justifying lack lacked lacking lacks matter mattered mattering matters moan moaned moaning moans
        mock mocked mocking mocks nag nagged nagging nags neglect neglected neglecting neglects normalise
        normalised normalises normalising normalize normalized normalizes normalizing oppose opposed opposes
        opposing overestimate overestimated overestimates overestimating overlook overlooked overlooking overlooks
        overrate overrated overrates overrating owe owed owes owing persuade praise praised praises praising
        pretend pretended pretending pretends prioritise prioritised prioritises prioritising prioritize
        prioritized prioritizes prioritizing promote promoted promotes promoting rant ranted ranting rants reform
        reformed reforming reforms refuse refused refuses refusing reject rejected rejecting rejects resist
        resisted resisting resists ridicule ridiculed ridicules ridiculing romanticise romanticised romanticises
        romanticising romanticize romanticized romanticizes romanticizing salute saluted salutes saluting scold
        scolded scolding scolds shame shamed shames shaming support supported supporting supports tolerate
        tolerated tolerates tolerating underestimate underestimated underestimates underestimating undermine
        undermined undermines undermining underrate underrated underrates underrating value valued values valuing
        welcome welcomed welcomes welcoming whine whined whines whining ban_it
    """,
    # closed class in the main: verbs that link a subject to how it strikes the speaker
    "perception_copula": """
        appear appeared appearing appears feel feeling feels felt look looked lookin looking looks reek reeks seem
        seemed seeming seems smell smelled smelling smells smelt sound sounded soundin sounding sounds stank stink
        stinks taste tasted tastes tasting came_across came_off come_across come_off comes_across comes_off
        strike_me strikes_me struck_me
    """,
    # written for this project, after Biber's communication verbs and the reporting verbs of news English
    "say_verb": """
        add added adding adds advise advised advises advising air aired airing airs allege alleged alleges alleging
        announce announced announces announcing answer answered answering answers argue argued argues arguing ask
        asked asking asks assert asserted asserting asserts assure assured assures assuring blurt blurted blurting
        blurts boast boasted boasting boasts brag bragged bragging brags brief briefed briefing briefs broadcast
        broadcasted broadcasting broadcasts call called calling calls cite cited cites citing claim claimed
        claiming claims comment commented commenting comments communicate communicated communicates communicating
        complain complained complaining complains confess confessed confesses confessing convey conveyed conveying
        conveys declare declared declares declaring denied denies deny denying describe described describes
        describing discuss discussed discusses discussing divulge divulged divulges dm dmed dms email emailed
        emailing emails emphasise emphasised emphasises emphasising emphasize emphasized emphasizes emphasizing
        enquire enquired enquires enquiring explain explained explaining explains gossip gossiped gossiping gossips
        hint hinted hinting hints implied implies imply implying inform informed informing informs inquire inquired
        inquires inquiring insist insisted insisting insists joke joked jokes joking jotted leak leaked leaking
        leaks maintain maintained maintaining maintains mention mentioned mentioning mentions message messaged
        messages messaging minuted mumble mumbled mumbles mumbling mutter muttered muttering mutters narrate
        narrated narrates narrating note noted notes notified notifies notify notifying noting phone phoned phones
        phoning post posted posting posts present presented presenting presents print printed printing prints
        proclaim proclaimed proclaiming proclaims profess professed professes professing promise promised promises
        promising publish published publishes publishing question questioned questioning questions quote quoted
        quotes quoting radioed recite recited recites reciting recount recounted recounting recounts reiterate
        reiterated reiterates reiterating relay relayed relaying relays remark remarked remarking remarks repeat
        repeated repeating repeats replied replies reply replying report reported reporting reports repost reposted
        reposting reposts respond responded responding responds said say sayin saying says scream screamed
        screaming screams sez share shared shares sharing shout shouted shouting shouts speak speaking speaks spill
        spilled spilling spills spilt spoke spoken state stated states stating stitch stitched stitches stitching
        stress stressed stresses stressing swear swears swore sworn talk talked talkin talking talks taught teach
        teaches teaching tell tellin telling tells testified testifies testify testifying text texted texting texts
        told tweet tweeted tweeting tweets vow vowed vowing vows warn warned warning warns whisper whispered
        whispering whispers write writes writing written wrote yell yelled yelling yells be_like bring_up brings_up
        brought_up clued_me filled_me goes_like let_me let_on let_slip passed_on point_out pointed_out pointing_out
        points_out put_about swears_blind swore_blind tip_off tipped_off was_like went_like
    """,
    # written for this project: verbs of coming to know from a source, after Biber's verbs of acquisition
    "learn_verb": """
        ascertain ascertained ascertaining ascertains browse browsed browses browsing catch catches catching caught
        detect detected detecting detects discover discovered discovering discovers encounter encountered
        encountering encounters find finding finds found gather gathered gathering gathers glean gleaned gleaning
        gleans google googled googles googling hear heard hearing hears identified identifies identify identifying
        learn learned learning learns learnt listen listened listening listens locate located locates locating
        memorise memorised memorises memorising memorize memorized memorizes memorizing notice noticed notices
        noticing observe observed observes observing overhear overheard overhearing overhears read reading reads
        realise realised realises realising realize realized realizes realizing recall recalled recalling recalls
        recognise recognised recognises recognising recognize recognized recognizes recognizing remember remembered
        remembering remembers research researched researches researching saw scroll scrolled scrolling scrolls
        search searched searches searching see seeing seen sees spot spots spotted spotting studied studies study
        studying stumble stumbled stumbles stumbling tune tuned tunes tuning uncover uncovered uncovering uncovers
        unearth unearthed unearthing unearths watch watched watches watchin watching witness witnessed witnesses
        witnessing been_informed been_taught been_told came_across come_across comes_across coming_across dig_up
        double_checked dug_up fact_check fact_checked figure_out figured_out figures_out find_out finding_out
        finds_out found_out got_told got_wind happened_on happened_upon hear_that heard_about heard_of look_up
        looked_into looked_up looking_into looking_up looks_up pick_up picked_up ran_across run_across
        stumbled_across stumbled_on stumbled_upon was_informed was_shown was_taught was_told were_informed
        were_shown were_taught were_told
    """,
    # written for this project: verbs by which evidence speaks, after Hyland's research and discourse acts
    "research_verb": """
        analyse analysed analyses analysing analyze analyzed analyzes analyzing assess assessed assesses assessing
        associate associated associates associating attest attested attesting attests attribute attributed
        attributes attributing calculate calculated calculates calculating compare compared compares comparing
        compute computed computes computing conclude concluded concludes concluding confirm confirmed confirming
        confirms correlate correlated correlates correlating corroborate corroborated corroborates corroborating
        count counted counting counts debunk debunked debunking debunks demonstrate demonstrated demonstrates
        demonstrating detail detailed detailing details determine determined determines determining diagnose
        diagnosed diagnoses diagnosing disprove disproved disproven disproves disproving document documented
        documenting documents establish established establishes establishing estimate estimated estimates
        estimating evaluate evaluated evaluates evaluating examine examined examines examining expose exposed
        exposes exposing forecast forecasted forecasting forecasts highlight highlighted highlighting highlights
        illustrate illustrated illustrates illustrating indicate indicated indicates indicating investigate
        investigated investigates investigating link linked linking links list listed listing lists measure
        measured measures measuring observe observed observes observing poll polled polling polls predict predicted
        predicting predicts project projected projecting projects prove proved proven proves proving quantified
        quantifies quantify quantifying record recorded recording records refute refuted refutes refuting replicate
        replicated replicates replicating reveal revealed revealing reveals sample sampled samples sampling
        sequence sequenced sequences sequencing show showed showing shown shows simulate simulated simulates
        simulating studied studies study studying substantiate substantiated substantiates substantiating suggest
        suggested suggesting suggests survey surveyed surveying surveys test tested testing tests track tracked
        tracking tracks validate validated validates validating verified verifies verify verifying
    """,
    # written for this project: adverbs and frames of second-hand knowledge (evidentials), after Biber and Hyland
    "hearsay": """
        accordingly alleged allegedly anonymous apparently evidently gossip grapevine hearsay ostensibly presumably
        purported purportedly reported reportedly reputed reputedly rumor rumored rumors rumour rumoured rumours
        seemingly supposedly unconfirmed undisclosed unverified via a_friend accordin_to according_to are_said
        are_saying as_per as_reported based_on been_saying believed_to claimed_that claims_that claims_to
        data_shows discovered_that estimated_to everyone_says everyones_saying experts_say explained_that
        found_that friend_of friend_told going_around has_it heard_that i've_heard i've_read i_found i_heard
        i_learned i_learnt i_read i_saw in_theory is_said it's_said its_said ive_heard ive_read known_to
        learned_that learnt_that legend_has mentioned_that myth_says of_mouth old_wives on_paper people_say per_the
        read_that reported_to reports_say research_says research_shows rumor_has rumored_to rumour_has rumoured_to
        said_that said_to saw_that says_that science_says scientists_found scientists_say sent_me shared_with
        showed_me some_say somebody_said somebody_told someone_said someone_told source_says sources_say
        sources_told spilled_the statistics_show studies_show study_found study_shows taught_me tell_me tells_me
        the_grapevine the_street the_tea they_say thought_to told_me told_that told_us turn_out turned_out
        turns_out urban_legend was_said we_found we_heard we_learned we_read we_saw were_saying wives_tale word_is
        word_of word_on
    """,
    # written for this project: impersonal and passive report frames of news and textbook English
    "passive_report": """
        are_banned are_believed are_called are_caused are_considered are_estimated are_expected are_found are_known
        are_linked are_located are_made are_said are_thought are_used been_announced been_banned been_confirmed
        been_discovered been_estimated been_found been_linked been_proven been_reported been_shown had_been
        has_been have_been is_banned is_based is_believed is_called is_caused is_confirmed is_considered
        is_estimated is_expected is_found is_known is_linked is_located is_made is_named is_proven is_reported
        is_said is_thought is_used was_announced was_arrested was_banned was_believed was_born was_built was_called
        was_caused was_charged was_confirmed was_considered was_created was_designed was_discovered was_elected
        was_estimated was_expected was_fired was_found was_founded was_invented was_killed was_known was_linked
        was_made was_named was_originally was_proven was_recorded was_released was_reported was_said was_sentenced
        was_thought was_used was_written were_arrested were_born were_built were_called were_charged were_created
        were_discovered were_found were_invented were_killed were_known were_made were_named were_originally
        were_reported were_said were_used
    """,
    # written for this project: where a statement was met
    "source_noun": """
        ad ads advert advertisement advertisements adverts almanac analyses analysis announcement announcements app
        apps archive archives article articles bbc bible billboard billboards blog blogpost blogposts blogs book
        books briefing briefings broadcast broadcasts brochure brochures bulletin bulletins buzzfeed caption
        captions cbs census channel channels chart charts chat chatroom chatrooms chats class classroom clip clips
        cnbc cnn column columns commercial commercials conference conferences course courses data database
        databases dataset datasets diaries diary dictionaries dictionary discord discoveries discovery document
        documentaries documentary documents docuseries editorial editorials email emails encyclopaedia
        encyclopaedias encyclopedia encyclopedias episode episodes essay essays evidence experiment experiments
        facebook fb feed feeds file files finding findings flyer flyers footage forum forums fyp google gossip
        graph graphs guardian guinness hashtag hashtags headline headlines ig infographic infographics insta
        instagram internet interview interviews journal journals label labels leaflet leaflets leak leaks lecture
        lectures lesson lessons letter letters libraries library linkedin livestream livestreams logbook logbooks
        magazine magazines manifest manual manuals map maps media meme memes memo memos minutes museum museums nbc
        net netflix news newsfeed newsletter newsletters newspaper newspapers npr online pamphlet pamphlets paper
        papers photo photos pinterest plaque plaques podcast podcasts poll polls post postcard postcards posts
        press program programme programmes programs proof publication publications questionnaire questionnaires
        quora radio receipt receipts record records reddit reel reels report reports research reuters review
        reviews rota rumor rumors rumour rumours scoreboard screenshot screenshots scripture segment segments
        seminar seminars site sites snap snapchat source sources stat statement statements station stations
        statistic statistics stats stories story stream streams studies study subreddit subreddits survey surveys
        telegram television televisions telly testimonies testimony textbook textbooks thesis thread threads tiktok
        tiktoks transcript transcripts trial trials tumblr tv tvs tweet tweets twitter vid video videos vids vlog
        vlogs web webpage webpages website websites whatsapp wiki wikipedia youtube comment_section
        comments_section court_documents discussion_board e_mail fact_sheet group_chat mainstream_media
        message_board press_release public_records social_media tik_tok white_paper
    """,
    # written for this project: people whose office or training vouches for a statement
    "authority_noun": """
        academic academics analyst analysts anchor anthropologist anthropologists archaeologist archaeologists
        archeologist archeologists astronaut astronauts astronomer astronomers attorney attorneys auditor auditors
        author authorities authority authors barrister barristers biologist biologists botanist botanists cdc
        chemist chemists cia conservationist conservationists consultant consultants cop cops coroner coroners
        correspondent correspondents dentist dentists dermatologist dermatologists detective detectives dietitian
        dietitians doctor doctors dr ecologist ecologists economist economists editor editors engineer engineers
        epidemiologist epidemiologists expert experts eyewitness eyewitnesses fbi fda geologist geologists
        historian historians insider insiders inspector inspectors investigator investigators journalist
        journalists judge judges lawyer lawyers lecturer lecturers linguist linguists mathematician mathematicians
        meteorologist meteorologists minister ministers ministries ministry nasa newsreader nhs nurse nurses
        nutritionist nutritionists officer officers official officials paleontologist paleontologists paramedic
        paramedics pharmacist pharmacists physician physicians physicist physicists police presenter presenters
        prof professor professors prosecutor prosecutors psychiatrist psychiatrists psychologist psychologists
        pundit pundits regulator regulators reporter reporters researcher researchers scholar scholars scientist
        scientists sheriff sheriffs sociologist sociologists solicitor solicitors specialist specialists spokesman
        spokesmen spokespeople spokesperson spokeswoman statistician statisticians surgeon surgeons therapist
        therapists unesco unicef vet veterinarian veterinarians vets virologist virologists whistleblower
        whistleblowers witness witnesses zoologist zoologists
    """,
    # written for this project: people that facts and news are about
    "role_noun": """
        activist activists actor actors actress actresses ambassador ambassadors artist artists athlete athletes
        band bands billionaire billionaires bishop bishops candidate candidates celebrities celebrity ceo ceos cfo
        chairman chairperson chairwoman champion champions chancellor chancellors chief chiefs citizen citizens
        coach coaches congressman congressmen congresswoman consumer consumers creator creators criminal criminals
        customer customers designer designers director directors driver drivers duchess duke emperor emperors
        employee employees explorer explorers farmer farmers firefighter firefighters fisherman fishermen
        footballer footballers founder founders general generals goalkeeper goalkeepers governor governors gunman
        hunter hunters immigrant immigrants influencer influencers inmate inmates inventor inventors killer killers
        king kings landlord landlords lawmaker lawmakers manager managers mayor mayors migrant migrants millionaire
        millionaires mp mps murderer musician musicians owner owners painter painters passenger passengers patient
        patients pilot pilots player players politician politicians pope president presidents priest priests prince
        princes princess princesses prisoner prisoners producer producers protester protesters protestor protestors
        pupil pupils quarterback quarterbacks queen queens rapper rappers referee referees refugee refugees
        resident residents secretaries secretary senator senators shopper shoppers singer singers soldier soldiers
        staff streamer streamers striker strikers student students survivor survivors suspect suspects taxpayer
        taxpayers team teams tenant tenants tiktoker tiktokers troops victim victims voter voters winner winners
        worker workers youtuber youtubers co_founder prime_minister vice_president
    """,
    # written for this project: people of the speaker's own circle; kinship terms complete
    "person_noun": """
        acquaintance acquaintance's acquaintances associate associate's associates aunt aunt's auntie auntie's
        aunties aunts aunty babies baby baby's babysitter babysitter's babysitters barber barber's barbers barista
        barista's baristas bartender bartender's bartenders bestfriend bestie bestie's besties bf bff bffs bloke
        bloke's blokes boss boss's bosses boy boy's boyfriend boyfriend's boyfriends boys bro bros brother
        brother's brothers bud buddies buddy cashier cashier's cashiers chap chap's chaps chick child children
        classmate classmate's classmates client client's clients clique colleague colleague's colleagues cousin
        cousin's cousins coworker coworker's coworkers crew crush customer customer's customers dad dad's daddy
        dads daughter daughter's daughters dude dude's dudes electrician electrician's electricians ex ex's exes
        fam families family family's fan fan's fans father father's fathers fella fella's fellas fiance fiancee
        flatmate flatmate's flatmates follower follower's followers friend friend's friends gal gal's gals gang
        gentleman gentlemen gf girl girl's girlfriend girlfriend's girlfriends girls godfather godmother gramps
        gran grandad grandchildren granddad granddaughter grandfather grandfather's grandfathers grandma grandma's
        grandmas grandmother grandmother's grandmothers grandpa grandpa's grandparent grandparent's grandparents
        grandpas grandson granny guest guest's guests guy guy's guys hairdresser hairdresser's hairdressers
        headmaster headteacher homie homie's homies host host's hosts household household's households housemate
        housemate's housemates hubby husband husband's husbands inlaw inlaws instructor instructor's instructors
        kid kid's kids lad lad's ladies lads lady landlady lass listener listener's listeners ma mailman mam mama
        man mate mate's mates mechanic mechanic's mechanics men mentor mentor's mentors milkman mom mom's momma
        mommy moms mother mother's mothers mum mum's mummy mums nan nana nanna nannies nanny neighbor neighbor's
        neighbors neighbour neighbour's neighbours nephew nephew's nephews niece niece's nieces pa pal pal's pals
        papa parent parent's parents partner partner's partners pastor pastor's pastors peer peer's peers plumber
        plumber's plumbers posse postman principal relative relative's relatives roomie roommate roommate's
        roommates schoolfriend schoolfriend's schoolfriends schoolmate schoolmate's schoolmates sibling sibling's
        siblings sis sister sister's sisters son son's sons spouse spouse's spouses squad stepbrother stepdad
        stepfather stepmom stepmother stepmum stepsister stranger stranger's strangers stylist stylist's stylists
        subscriber subscriber's subscribers supervisor supervisor's supervisors teacher teacher's teachers team
        teammate teammate's teammates trainer trainer's trainers tutor tutor's tutors twin twin's twins uncle
        uncle's uncles viewer viewer's viewers waiter waiter's waiters waitress waitresses wife wife's wives woman
        women workmate workmate's workmates brother_in bus_driver cab_driver co_worker co_workers father_in in_laws
        mother_in sister_in taxi_driver uber_driver
    """,
    # closed class, complete, with the collective nouns that stand for nobody in particular
    "indefinite_person": """
        someone someone's someones somebody somebody's somebodys everyone everyone's everyones everybody
        everybody's everybodys anyone anyone's anyones anybody anybody's nobody nobody's nobodys no_one noone one
        one's oneself whoever whomever people people's peoples folks folk others another other some_people
        most_people many_people few_people so_many lots_of a_person person persons public the_public society
        humanity humans human mankind the_world some_guy some_girl some_woman some_man some_dude random_guy
        random_person individuals individual the_masses majority minority
    """,
    # written for this project, after Hyland's hedges
    "hedge": """
        apparent appear appeared appears arguably assume broadly chance chances commonly comparatively conceivably
        debatable debatably doubtful essentially fairly feasible frequently generally guess hypothetically ideally
        ish kinda kindof largely likely loosely mainly maybe mebbe mostly nominally normally occasionally often
        ordinarily partially partly perhaps plausible plausibly possibilities possibility possible possibly
        potentially practically presumably probability probable probably probs prolly questionable quite rather
        relatively roughly seem seemed seemingly seems slightly somehow sometimes somewhat sorta sortof suppose
        supposedly technically tend tended tendency tending tends tentatively theoretically typically uncertain
        uncertainly unclear unlikely unsure usually vaguely virtually a_bit a_little an_extent as_far at_least
        at_most bit_of by_and can_be certain_extent could_be could_have far_as for_what i'm_not i_assume i_believe
        i_doubt i_guess i_imagine i_reckon i_suppose i_suspect i_think if_i'm if_im im_not in_general isn't_sure
        kind_of little_bit may_be may_have might_be might_have more_likely more_or most_likely my_knowledge
        not_certain not_sure on_average or_less or_so or_something or_whatever some_extent some_kind some_sort
        something_like sort_of the_whole to_my to_some what_it's what_its who_knows would_be
    """,
    # written for this project, after Biber's stance adverbials (epistemic, attitude and style) and Hyland's boosters
    "stance_adverb": """
        absolutely admittedly afaik alarmingly amazingly annoyingly arguably astonishingly blatantly bluntly
        candidly certainly clearly conveniently crucially curiously deadass def deffo definately definitely defo
        disappointingly disturbingly evidently foolishly fortunately fr frankly frfr frighteningly frustratingly
        funnily genuinely happily highkey honestly hopefully icl idc idgaf iirc imho imo importantly incredibly
        indisputably indubitably inevitably interestingly ironically istg iykyk legit legitimately lowkey luckily
        manifestly mercifully naturally ngl obviously oddly ong patently personally plainly predictably really
        regrettably remarkably rightfully rightly sadly sensibly seriously shockingly simply sincerely smh
        strangely stupidly surely surprisingly tbf tbh thankfully tragically truly truthfully ultimately unarguably
        undeniably understandably undoubtedly unfortunately unluckily unquestionably unsurprisingly weirdly wisely
        worryingly wrongfully wrongly above_all after_all all_honesty at_all at_heart be_honest believe_me
        believe_you by_far deep_down far_and first_and for_real frankly_speaking generally_speaking god_forbid
        god_knows goodness_knows hands_down heaven_forbid high_key i_promise i_swear in_all in_fact in_reality
        in_truth lord_knows low_key mark_my my_words needless_to no_cap no_doubt no_question not_going not_gonna
        not_lying of_course on_god on_my personally_speaking plain_and quite_frankly quite_honestly real_talk
        rest_assured simple_as straight_up strictly_speaking swear_to trust_me without_doubt without_question
    """,
    # closed class, complete: what is due or needed, with negations and spoken forms
    "deontic_modal": """
        should should've shouldve should_of shoulda should_have shouldn't shouldnt shouldn't've shouldnt've must
        must've mustve must_have mustn't mustnt musta ought ought_to oughta oughtn't oughtnt need needs needed
        needing needn't neednt need_to needs_to gotta got_to have_to has_to had_to having_to hafta hasta
        supposed_to sposed_to sposta meant_to better_not had_better you'd_better youd_better better_be obliged
        obligated obligation duty required requires mandatory compulsory necessary unnecessary necessarily
        imperative crucial vital essential important high_time about_time it's_time its_time time_to allowed
        not_allowed forbidden shall shan't shant time_for needs_more need_more entitled right_to no_right
        responsibility responsible
    """,
    # closed class, complete: possibility, volition and prediction, with negations and spoken forms
    "possibility_modal": """
        can can't cant cannot can_not could could've couldve coulda could_of couldn't couldnt couldn't've may
        mayn't might might've mightve mighta mightn't mightnt would would've wouldve woulda would_of wouldn't
        wouldnt wouldn't've will won't wont i'll you'll youll he'll she'll we'll they'll theyll it'll itll that'll
        thatll there'll i'd you'd youd he'd she'd we'd they'd theyd dare daren't gonna gon gunna going_to boutta
        about_to finna able_to unable_to capable used_to
    """,
    # closed class, complete
    "negation": """
        not no never neither nor none nothing nobody nowhere nope nah naw nay non isn't isnt aren't arent wasn't
        wasnt weren't werent ain't aint don't dont doesn't doesnt didn't didnt haven't havent hasn't hasnt hadn't
        hadnt won't wont can't cant cannot couldn't couldnt wouldn't wouldnt shouldn't shouldnt mustn't mustnt
        mightn't mightnt needn't neednt shan't daren't without hardly barely scarcely seldom rarely lack lacks
        lacking fail fails failed no_longer not_even no_one nor_is nothin dont_even cant_even
    """,
    # written for this project, after Quirk's amplifiers and the intensifiers of slang
    "intensifier": """
        absolute absolutely absurdly actually af asf awfully badly bare beyond bit blindingly bloody complete
        completely considerably crazily crazy damn damned dang darn dead deeply desperately downright dramatically
        drastically dreadfully effin effing endlessly enormously entirely especially even ever exceedingly
        exceptionally excessively exponentially extraordinarily extremely f'ing fairly far flipping freakin
        freaking frickin fricking friggin fuckin fucking fully fundamentally genuinely goddam goddamn greatly heaps
        heckin hecking hella highly hopelessly horribly hugely immensely increasingly incredibly indeed infinitely
        insanely intensely just literally loads lots ludicrously mad madly massively mega mighty much noticeably
        outrageously outright overly painfully particularly perfectly plain pretty profoundly proper properly pure
        quite radically rather real really reallyy remarkably ridiculously right seriously severely shamelessly
        sheer significantly so soo sooo soooo specifically strikingly strongly stunningly stupidly substantially
        such super supremely terribly thoroughly tons too total totally tremendously truly ultra unbelievably
        uncommonly unduly unreasonably unusually utter utterly vastly very veryy way well whatsoever wholly wicked
        wildly a_lot all_the as_fuck as_heck as_hell at_all bunch_of by_far ever_so far_more far_too flat_out
        loads_of more_than much_more so_damn so_freaking so_fucking so_many so_much such_a such_an ton_of too_many
        too_much way_more way_too what_a what_an whole_lot
    """,
    # written for this project: universal quantifiers and words that leave no exception
    "absolute": """
        absolute absolutely all always any anything anytime anywhere categorically complete completely consistently
        constantly continually continuously definitely each entire entirely eternally ever every everybody everyone
        everything everytime everywhere exactly exclusively forever full fully guaranteed impossible inevitably
        invariably literally merely must never nobody none nothing nowhere only perfectly periodt permanently
        perpetually precisely purely solely total totally unanimously unconditionally undeniably unequivocally
        universally whatever whenever wherever whoever whole wholly zero all_of all_time each_and every_single
        full_stop hundred_percent in_existence in_history no_one none_of not_a not_one nothing_but of_all one_and
        the_only without_exception
    """,
    # written for this project: evaluative and grammatical comparison; sizes and ages are measure_adjective
    "comparison": """
        beat beaten beats best better bettered cheaper comparable compare compared comparing comparison cooler
        coolest cuter cutest differ difference different differently differs downgrade dumber dumbest easier
        easiest equal equally equals equivalent exceed exceeded exceeds fairer fewer fewest funnier funniest goat
        goats greatest happier happiest harder hardest healthier identical incomparable inferior instead kinder
        least less lesser like likewise more most nicer nicest outclass outclassed outclasses outdid outdo outdoes
        outperform outperformed outperforms overhyped overrated overvalued pales peerless prefer preferable
        preferably preferred prettier prettiest rather sadder saddest safer same scarier similar similarly smarter
        smartest stronger superior surpass surpassed surpasses tastier tastiest than topped tops trumps uglier
        ugliest unbeatable underappreciated underrated undervalued unlike unmatched unparalleled unrivaled
        unrivalled upgrade versus vs weaker weirder wiser worse worser worst worstest as_bad as_big as_good
        as_great as_long as_many as_much as_well bad_as bar_none can't_beat cant_beat compared_to even_better
        even_worse far_better far_worse good_as great_as hold_a hold_candle in_comparison instead_of less_like
        many_as more_important more_like much_as much_better much_worse next_to no_better none_better nothing_beats
        nothing_compares pale_in prefer_to rather_than same_as second_to similar_to step_down step_up way_better
        way_worse
    """,
    # written for this project: words of praise, any part of speech, after Martin and White's judgement and appreciation
    "positive": """
        acclaimed accomplished accomplishment accomplishments accurate ace achieve achieved achievement
        achievements addictive admirable admirably admiration adorable adoration advantage advantages affection
        affectionate affordable amazing amazingly amen angel angelic angels appetizing applause appreciation
        atmospheric attractive authentic authenticity awesome babe bargain bargains beauties beautiful beautifully
        beauty beloved beneficial benefit benefits bless blessed blessing blessings bliss blissful blissfully bold
        boldly bonus brave bravely braver bravery bravest bravo breathtaking breathtakingly bright brilliance
        brilliant brilliantly calming capable captivating caring catchy celebrate celebrated champion champions
        charm charming charms cheer cheerful cheerfully cheers cheery chic cinematic civil civilized classic
        classics classy clean clever cleverly cleverness comfort comfortable comfortably comforting comfy comical
        commendable committed compassion compassionate compelling competence competent congrats congratulations
        considerate constructive convenient cool correct cosy courage courageous cozy creative creatively
        creativity crisp crispy crucial cute cutie dandy dapper dazzling decency decent dedicated dedication deep
        delectable delicious deliciously delight delightful delightfully delights dependable deserved deserving
        devoted dignified dignity diligent divine dope dreamy dynamic easily easy effective effectively efficiency
        efficient efficiently effortless effortlessly elegance elegant elegantly empower empowered empowering
        empowers enchanted enchanting encourage encourages encouraging energetic engaging enhance enhanced enhances
        enhancing enjoyable enrich enriched enriches enriching entertaining enthusiasm epic equal equality
        equitable essential ethical excel excelled excellence excellent excellently excelling excels exceptional
        exceptionally excitement exciting exemplary exhilarating exquisite exquisitely extraordinary fab fabulous
        fabulously fair fairly fairness faithful faithfully fantastic fantastically fascinating fashionable
        faultless favorite favorites favourite favourites fearless fearlessly fine flavorful flavourful flawless
        flawlessly flourishing fortunate free freedom fresh friendly fulfilled fulfilling fun funny gamechanger gem
        gems generosity generous generously genius geniuses genuine gift gifted gladly glamorous glorious
        gloriously glory glowing goddess godsend good goodness gorgeous gorgeously graceful gracefully gracious
        graciously grateful gratitude great greatly greatness gripping groovy groundbreaking handsome handy happily
        happiness happy hardworking harmonious harmony healthier healthy heartwarming heaven heavenly helpful
        helpfully hero heroes heroic highlight highlights hilarious hilariously homely honest honesty honorable
        honourable hooray hope hopeful hot hottie humble humility hurrah hysterical iconic ideal ideally
        imaginative immaculate immersive impeccable impeccably important impress impressed impresses impressing
        impressive impressively improve improved improvement improvements improves improving inclusive
        indispensable ingenious innovation innovative insight insightful insights inspiration inspirational inspire
        inspired inspires inspiring integrity intelligence intelligent intelligently interesting intriguing
        intuitive invaluable inventive irreplaceable jewel joy joyful joyfully joyous joys just justice kind kinder
        kindest kindly kindness kings knowledgeable kudos laudable legend legendary legends legitimate liberating
        lifechanging lifeline lifesaver likable likeable lively logical lovable love loveable loveliest lovely
        loving loyal loyalty luck lucky lush luxurious luxury magic magical magically magnificent magnificently
        majestic marvellous marvelous masterclass masterful masterfully masterpiece masterpieces meaningful medal
        melodic memorable merit merits mesmerising mesmerizing mighty mindblowing moral mouthwatering moving
        natural neat nice nicely nicer nicest noble nostalgic notable noteworthy nuanced nutritious optimal
        optimistic original originality outstanding outstandingly paradise passion passionate passionately
        patriotic peace peaceful peacefully perfect perfection perfectly perk perks phenomenal phenomenally
        pioneering pleasant pleasantly pleasing pleasure pleasures poetry poignant polished popular positive
        positively powerful practical praiseworthy precious premium pretty priceless pride principled pristine
        productive proficient profound progress progressive promising props pros prosperity prosperous proud
        proudly quality queen radiant rational real reasonable reasonably recommended refined refreshing
        refreshingly regal rejoice relatable relaxing reliable reliably remarkable remarkably renowned resilience
        resilient respect respectable respected respectful respectfully revolutionary rewarding rich right royalty
        safe safely safer satisfaction satisfactory satisfying scrumptious seamless seamlessly secure sensational
        sensationally sensible sensibly serene sexy shine shines shining shiny shone sick significant silky simple
        sincere sincerity skilful skilled skillful skillfully sleek smart smarter smartest smartly smooth smoothly
        snug solid soothing sophisticated soulful sound sparkling special spectacular spectacularly spirited
        splendid splendidly steal stellar stimulating strength strengths strong strongly stunner stunning
        stunningly stylish succeed succeeded succeeding succeeds success successes successful successfully
        succulent sunny super superb superbly superior supportive supreme sweet sweeter sweetest sweetheart sweetly
        swell talent talented talents tasteful tastefully tasty tender terrific thank thanks thoughtful
        thoughtfully thrilling thrive thrives thriving timeless tolerant touching tough tranquil treasure treasures
        treat trendy triumph triumphant triumphed triumphing triumphs trusted trustworthy unbeatable underrated
        unforgettable unique uniquely uplifting upside useful usefully valid valuable velvety vibrant victorious
        victory virtue virtues virtuous visionary vital vivid warm warmth welcoming well wholesome win winner
        winners winning wins wisdom wise wisely witty wonderful wonderfully worth worthwhile worthy yay yum yummy
        cutting_edge eye_opening first_class game_changer hard_working high_quality jaw_dropping life_changing
        mind_blowing must_have role_model thought_provoking top_notch top_tier user_friendly well_acted
        well_deserved well_done well_made well_played well_said well_written world_class
    """,
    # written for this project: words of blame, any part of speech, after Martin and White's judgement and appreciation
    "negative": """
        abominable abomination absurd absurdity absurdly abuse abused abuser abusers abuses abusive abysmal
        abysmally aggravating agonizing agony alarming amateur amateurish amoral anger angry anguish annoy
        annoyance annoyed annoying annoyingly annoys appalling appallingly arrogance arrogant arrogantly arse
        arsehole arseholes ass asses asshole assholes atrocious atrociously atrocities atrocity awful awfully
        awkward awkwardly backstabber backstabbers backstabbing bad badly baloney bane barbaric bastard bastards
        betray betrayal betrayed betraying betrays bias biased bigot bigoted bigotry bigots bitch bitches bitchy
        bites bitter bitterly bizarre bizarrely bland bleak bloated blows blunder blunders bogus bollocks bore
        boredom bores boring boringly brainless brat brats bratty broken brutal brutalities brutality brutally bs
        buffoon buffoons buggy bullied bullies bullshit bully bullying burden burdensome calamity callous callously
        careless carelessly carelessness catastrophe catastrophes catastrophic catastrophically chaos chaotic cheap
        cheapskate cheat cheated cheater cheaters cheating cheats cheesy chewy childish childishly childishness
        cliche cliched cliches clingy clown clowns clueless clumsy clunky cocky conceited confusing cons contempt
        contemptible contrived convoluted corny corrupt corrupted corruption counterfeit coward cowardice cowardly
        cowards cramped crap crappy crass crazy creep creeped creepily creeps creepy crime crimes criminal
        criminally cringeworthy cringy crises crisis crook crooked crooks crude cruel cruelest cruelly cruelty
        crummy curse cursed daft damage damages damaging damned danger dangerous dangerously dangers debacle decay
        deceit deceitful deceive deceived deceives deceiving deception deceptive deceptively decline declining
        defective degraded degrading dehumanising dehumanizing deluded delusion delusional delusions demeaning
        demon demonic demons deplorable deplorably depress depressing depressingly deranged despicable destroy
        destroyed destroying destroys destruction destructive detestable detrimental devastating devastatingly
        devil devious diabolical dick dickhead dickheads dicks dire dirty disappoint disappointing disappointingly
        disappointment disappointments disappoints disaster disasters disastrous disastrously discrimination
        discriminatory disgrace disgraced disgraceful disgracefully disgraces disgust disgusting disgustingly
        disgusts dishonest dishonestly dishonesty disloyal dismal disrespect disrespectful disrespectfully
        disturbed disturbing disturbingly doom doomed douche douchebag douchebags downside downsides drab dragged
        drags draining drama dramatic drawback drawbacks dreadful dreadfully dreary droopy dud dull dumb dumbass
        dumber dumbest dystopian eerie egomaniac egotistical egregious egregiously embarrass embarrasses
        embarrassing embarrassingly embarrassment embarrassments entitled entitlement epidemic error errors evil
        evils exaggerated exhausting exploit exploitation exploitative exploited exploiting exploits eyesore fail
        failed failing fails failure failures fake faked faker fakes faking false falsehood falsehoods falsely
        farce farcical faulty feeble fiasco filth filthy flavorless flavourless flaw flawed flaws flimsy flop
        flopped flops fool foolish foolishly foolishness fools formulaic foul fraud frauds fraudster fraudsters
        fraudulent fraudulently freak freaks freaky frightening frighteningly frustrating frustratingly frustration
        frustrations fury futile futility garbage garish gaslight gaslighting gaslights gaslit gaudy generic
        ghastly glitchy gloomy godawful grates greasy greed greedily greedy grief grim gross grubby gutless harass
        harassed harassment harm harmed harmful harming harms harsh harshly hassle hate hateful hater haters hatred
        hazard hazardous hazards heartbreak heartbreaking heartless heartlessly heinous hell hellhole hellish
        helpless helplessly hideous hideously hoax hoaxes homophobia homophobic hopeless hopelessly horrendous
        horrendously horrible horribly horrid horrific horrifically horrifying horrifyingly horror horrors hostile
        hostility humiliated humiliating humiliation hurt hurtful hurts hypocrisy hypocrite hypocrites hypocritical
        hypocritically hysteria hysterical idiocy idiot idiotic idiotically idiots ignorance ignorant ignorantly
        illegal illegally illogical imbecile imbeciles immature immoral immorality implausible impolite inadequate
        inadequately inappropriate inappropriately incapable incoherent incompetence incompetent incompetently
        inconsistent inconvenience inconvenient indecent indefensible inept ineptitude inequality inexcusable
        inferior infuriate infuriates infuriating infuriatingly inhuman inhumane injustice injustices insane
        insanely insanity insecure insensitive insufferable insufferably insufficient insult insulting insults
        intolerable intolerance intolerant irrational irresponsibility irresponsible irresponsibly irritate
        irritated irritates irritating irritatingly irritation jerk jerks joke jokes joyless junk juvenile kitsch
        lacking lackluster lacklustre lame lamentable lamest laughable laughably lazily laziness lazy letdown lewd
        liar liars lie lied lies lifeless loathsome loser losers lousy lowlife ludicrous ludicrously lunacy lunatic
        lunatics lying mad maddening madness malice malicious maliciously manipulate manipulated manipulates
        manipulating manipulation manipulative mean meaningless meanness measly mediocre mediocrity melodramatic
        menace merciless mercilessly mess messed messes messy mindless mindlessly miserable miserably misery
        mislead misleading misleads misled misogynist misogynistic misogyny mistake mistaken mistakes mockery
        monotonous monster monsters monstrosity monstrous moron moronic morons muddle mushy naff narcissism
        narcissist narcissistic narcissists nastier nastiest nasty nauseating needy neglect neglected neglectful
        negligence negligent nightmare nightmares nightmarish noise noisy nonsense nonsensical nuisance obnoxious
        obnoxiously obscene obscenely odd offence offend offends offense offensive offensively oppressed oppression
        oppressive outrage overblown overcomplicated overdone overhyped overpriced overrated overused pain painful
        painfully pains pants paranoia paranoid pathetic pathetically patronising patronizing pervert perverted
        perverts pervy pest petty phoney phony piss pissed pitiful pitifully pity plague pointless pointlessly
        poison poisoning poisonous pompous poop poor poorer poorest poorly predator predators predatory predictable
        prejudice prejudiced prejudices preposterous pretentious pretentiously prick pricks problem problematic
        problems psycho psychos psychotic punishment punishments racism racist racists rage reckless recklessly
        recklessness regrettable repetitive repugnant repulsive revolting ridicule ridiculous ridiculously ripoff
        risky robbery ropey rot rots rotten rotting rubbish rude rudely rudeness ruin ruined ruining ruinous ruins
        rushed ruthless ruthlessly sad saddening sadness salty satanic savage savagely scam scammed scammer
        scammers scammy scams scandal scandalous scandalously scandals scare scares scarily scary scruffy scum
        scumbag scumbags selfish selfishly selfishness senseless senselessly setback setbacks severe sexism sexist
        sexists shabby shallow sham shambles shambolic shame shameful shamefully shames shaming shit shite shitshow
        shitty shortcoming shortcomings sickening sickeningly sickly silly sin sinful sinister sins skeevy sleaze
        sleazy slimy sloppy sluggish smelly smug smugly snooty soggy sorrow soulless sour spineless spite spiteful
        spoiled spoilt squashed stale stench sterile stilted stingy stink stinker stinks stinky strange stressful
        stubborn stubbornly stubbornness stuffy stupid stupider stupidest stupidity stupidly subpar substandard
        suck sucked sucks sucky suffering superficial superficially sux swindle swindler tacky tasteless tawdry
        tedious tediously tedium terrible terribly terrifying terrifyingly thorn thoughtless thoughtlessly threat
        threatening threats tiresome tiring torment torture tortured torturous toxic toxicity tragedies tragedy
        tragic tragically trainwreck traitor traitors transphobia transphobic trashy travesty treacherous treachery
        treason trouble troubled troubles troubling turd tyrannical tyranny ugliness ugly unacceptable unacceptably
        unattractive unbearable unbearably unbelievable uncomfortable uncomfortably unconvincing underwhelming
        undeserved undeserving undesirable unendurable unequal unethical unfair unfairly unfairness unfaithful
        unforgivable unfortunate ungrateful unhappy unhealthy unhinged uninspired uninspiring unjust unjustifiable
        unjustified unjustly unlucky unoriginal unpleasant unpleasantly unprofessional unqualified unrealistic
        unreasonable unreasonably unreliable unsafe unsettling unsightly unspeakable unstable unthinkable unwanted
        unwarranted unwelcome unworthy upsetting useless uselessly vain vanity vicious viciously vile villain
        villains vulgar waste wasted wasteful wastes wasting weak weakly weakness weaknesses weird weirdly weirdo
        weirdos whiner whiners whiny wicked wickedness wooden worrying worthless wreck wrecked wrecks wretched
        wrong wrongdoing wrongly wrongs xenophobia xenophobic close_minded closed_minded cold_hearted
        criminal_waste daylight_robbery dead_end dumpster_fire god_awful gross_out half_arsed half_assed half_baked
        heart_breaking laughing_stock let_down messed_up narrow_minded piss_poor rip_off second_rate sorry_excuse
        sorry_state third_rate tone_deaf train_wreck two_faced uncalled_for
    """,
    # written for this project: partisan, rhetorical and ironic words of commentary
    "loaded": """
        accountability agenda agendas apologist apologists armchair audacity authoritarian betrayal betrayed
        betraying blatant blatantly blather blinded blindly blundering boomer boomers bootlicker bootlickers
        bootlicking brainwash brainwashed brainwashes brainwashing brazen brazenly bumbling bunk bureaucracy
        bureaucrat bureaucratic bureaucrats buzzword buzzwords cahoots capitalism capitalist capitalists charade
        charlatan charlatans circus claptrap clickbait clueless collude colluding collusion commie commies
        communist communists complicit complicity condescending conservative conservatives consumerism corporate
        corporations crackdown cronies crony cronyism crusade crusaders culprit culprits cult cultish cultlike
        cults cynical cynically darling darlings demonise demonised demonize demonized demonizing dictator
        dictators dictatorship disgrace divisive doubtless draconian drivel dystopia elite elites elitism elitist
        elitists enabler enablers enabling enlightened entitled entitlement establishment extremism extremist
        extremists fanatic fanatics farce fascism fascist fascists fearmonger fearmongering feckless feminazi
        feminazis flagrant flagrantly freeloader freeloaders gaslighting globalism globalist globalists glorified
        gobbledygook goon goons grift grifter grifters grifting groomer groomers gutless handout handouts hapless
        henchmen hogwash hypocrisy hypocrites hypocritical hysteria ideologue ideologues idiocy incel incels
        indoctrinate indoctrinated indoctrinating indoctrination insanity insulting jargon karen karens lackey
        lackeys lamestream leech leeches lefties leftist leftists leftwing lefty liberal liberals libtard libtards
        lunacy madness mantra marxist marxists masses materialistic minions mob mobs mouthpiece mouthpieces
        narrative narratives nationalist nationalists nazi nazis normie normies npc npcs oligarch oligarchs
        oligarchy orwellian outrage outrageous outrageously pander pandered pandering panders pathetic patriarchal
        patriarchy patriot patriots patronising patronizing peasants platitude platitudes plutocrats polarising
        polarizing poppycock populism populist populists preachy privilege privileged privileges profiteering
        profiteers progressive progressives propaganda propagandist propagandists puppet puppetmaster puppets
        rabble regime regimes regressive rhetoric rigged rigging rightwing sacred sanctimonious sanctity scapegoat
        scapegoating scapegoats scaremongering scrounger scroungers sellout sellouts sensationalism sensationalist
        shameless shamelessly sheeple shill shills simp simping simps sjw sjws smear smeared smears snowflake
        snowflakes socialist socialists soulless spectacle spineless squander squandered squandering stooge stooges
        sugarcoat sugarcoated swamp terf terfs thug thuggery thugs token tokenism toothless totalitarian toxic
        traitor traitors tripe tyrannical tyranny tyrant tyrants unaccountable unelected unpatriotic vilified
        vilify warmonger warmongering warmongers whitewash whitewashed whitewashing witchhunt woke wokeism wokeness
        wokery worshipers worshippers zealot zealots alt_right assault_on attack_on big_business big_government
        big_pharma big_tech cancel_culture clown_show con_artist culture_war culture_wars deep_state
        double_standard double_standards fake_news far_left far_right fat_cat fat_cats fear_mongering god_forbid
        heaven_forbid high_horse holier_than how_convenient ivory_tower keyboard_warrior keyboard_warriors
        late_stage left_wing lip_service moral_high moral_panic nanny_state of_touch open_your pearl_clutching
        pet_project photo_op political_correctness politically_correct publicity_stunt right_wing self_proclaimed
        self_righteous self_serving self_styled sell_out slap_in slippery_slope snake_oil so_called sold_out
        the_audacity the_nerve tree_hugger un_american virtue_signal virtue_signaling virtue_signalling wake_up
        wall_street war_on witch_hunt your_eyes
    """,
    # written for this project: interjections of feeling, of speech and of chat
    "affect": """
        aah ah ahh alas amen aw awh aww awww bffr blech bleh blimey bloody boo boohoo booo bravo bro bruh christ
        cor crikey crying d'oh damn dang darn dayum deceased doh duh eek eh ew eww ewww f facepalm fck ffs fk fuck
        fucked fucks gee geez god golly goodness gosh gracious ha haha hahaha hahahaha hallelujah heck heh hehe
        hell hiss hmm hmmm holy hooray huh hurrah hurray ick istg jeez jesus jfc lmao lmaoo lmfao lmk lol lols lolz
        lord meh mercy nom oh ohh omfg omg omgg ong oof ooft ooh oooh oops oopsie ouch ow pfft phew psh pshh rofl
        screaming sheesh shit shoot sigh skull smh sob stg strewth tf tsk tut ugh ughh whew whoa whoops woah woo
        woohoo woot wow wowee wowza wtf wth xd xoxo yaas yas yass yasss yay yikes yippee yuck yucky yum dear_god
        for_christ's for_crying for_fuck's for_god's for_gods fuck's_sake fucks_sake get_out god's_sake gods_sake
        good_god good_grief good_lord gordon_bennett holy_cow holy_crap holy_moly holy_shit i'm_crying i'm_dead
        i'm_screaming i_can't i_cant im_crying im_dead im_screaming jesus_christ mama_mia mamma_mia mind_blown
        my_god my_goodness no_way oh_god oh_my shut_up stop_it
    """,
    # written for this project: evaluative slang of American, British and TikTok speech, up to the time of writing
    "slang_evaluation": """
        ace apeshit ashy ate babygirl badass baddie baddies bae baller ballin balling banger bangers bangin banging
        barmy based basic batshit belter belting bogus bombdotcom bonkers bop bops bougey bougie boujee brill
        broken buff buffed buggin bugging bullshit bummer bussin bussing busting butters buzzkill campy cap capping
        cashgrab cheeky cheug cheugy chill chilling chills chuffed clickbait clout clutch cooked cooking corker
        cracked cracker crackhead cracking crazy cringe cringed cringey cringing cringy crisp crusty daddy dank
        dapper dead delulu dodgy dogshit dogwater dope downer drip dripped drippy dub dumbass dusty elite ew extra
        feral fire fitty flames fleek flop flopped floppin flopping fugly garbage gaslight gassed gassing ghetto
        girlboss girlbossing giving gnarly goat goated grim gross gutted gyat gyatt hardass hater haters hating
        horseshit hottie hype hyped ick icks icon iconic immaculate insane jammy janky kickass knackered l lame
        lamer legend legendary leng lit litty lowlife lush manky mid minger minging musty naff nerfed nuts ohio
        peak peaked peng pog pogchamp poggers poser posers pukka rad ragebait ratchet ratio ratioed rizz rizzed
        rizzler rubbish salty savage sellout shady shite shitpost shitter sick sigma simp simping skibidi slap
        slapped slapper slapping slaps slay slayed slaying slays slayy sleeper slept smashing snacc snack snatched
        snooze snoozefest solulu sorted stan stans stoked sus sussy swag swagger tat tatty thicc tight tosh tragic
        trash trashy trip trippin tripping trippy tryhard unbased unchill unhinged unmatched unreal valid vibe
        vibes vibey vibing w wack wacky wannabe wannabes weak weaksauce whack wholesome wicked wild wildin wilding
        yawn yeet yeeted zaddy absolute_fire ain't_it aint_it ate_down ate_that bad_ass bad_take bad_vibes
        batshit_crazy bee's_knees bees_knees beige_flag big_energy bog_standard boss_move busted_up cash_grab
        cat's_pajamas character_energy chef's_kiss chefs_kiss clout_chaser clout_chasing cop_out dog's_bollocks
        dog_water elite_tier flop_era god_tier good_vibes green_flag green_flags hard_pass he_cooked hit_different
        hits_diff hits_different hits_hard hot_garbage hot_mess hot_take it's_giving its_giving kick_ass l_take
        let_him living_rent low_tier main_character no_cap no_notes not_it of_ten on_fire on_fleek on_point
        outta_ten pick_me pure_fire rage_bait red_flag red_flags rent_free s_tier sleep_on sleeping_on slept_on
        straight_fire ten_outta ten_ten the_assignment the_bomb the_ick top_notch top_tier trash_take try_hard
        understood_the vibe_check w_take weak_sauce well_fit
    """,
    # written for this project: directives, advice and calls to act
    "recommendation": """
        advice advise avoid avoiding avoids ban beg begging beware boycott buy buying cancel careful consider cop
        encourage encouraged encourages follow free hack hacks imagine join let's lets listen look please pls plz
        protect protip psa quit recommend recommendation recommendations recommended recommending recommends
        remember reminder skip skipping skips stop stopping stops subscribe suggest suggested suggestion
        suggestions support tip tips tried tries try trying urge urged urges urging vote wait warning watch worth
        a_favor a_favour advise_you always_remember ask_yourself be_better be_careful be_kind be_nice be_sure
        begging_you believe_me bring_back calm_down can't_recommend cant_recommend check_it check_out chill_out
        deserves_better do_better do_it do_yourself don't_be don't_bother don't_buy don't_forget don't_let
        don't_miss don't_sleep don't_walk don't_waste dont_be dont_bother dont_buy dont_forget dont_let dont_miss
        dont_sleep dont_walk dont_waste fire_him friendly_reminder get_a get_over get_rid get_yourself give_her
        give_him give_it give_them give_this go_buy go_get go_listen go_read go_see go_try go_watch grow_up have_my
        highly_recommend hold_on keep_away learn_to leave_her leave_him leave_it leave_them let_go let_us life_hack
        like_and listen_up look_out make_sure move_on must_buy must_have must_read must_see must_try must_watch
        my_vote need_to needs_to never_buy never_go never_trust not_worth pro_tip remember_to run_don't save_your
        share_this should_be should_have shut_up sign_the sleep_on sleeping_on speak_up spread_the stand_up
        start_being start_doing stay_away steer_clear stop_acting stop_being stop_doing stop_making stop_saying
        stop_telling suggest_you they_need they_should think_about treat_yourself trust_me vote_for wait_until
        wake_up waste_your watch_out we_must we_need we_should worth_buying worth_it worth_reading worth_seeing
        worth_the worth_trying worth_visiting worth_watching would_recommend you_gotta you_must you_need you_should
        you_shouldn't your_money your_time
    """,
    # written for this project: frames and words that present what follows as fact, news or disclosure
    "fact_frame": """
        actual actually aka biologically breaking called chemically clinically confirmed confirms definition didja
        discovered dubbed example fact facts factual factually formerly genetically historical historically history
        including initially invented known latest legally located meaning means meant medically myth myths named
        namely nicknamed official officially origin originally originated origins proven record records
        scientifically situated statistically storytime technically true truth truths update updated updates
        world's worlds believe_it breaking_news case_of contrary_to d'you_know defined_as did_you e_g few_people
        first_ever first_time for_example for_instance fun_fact here's_how here's_why heres_how heres_why
        hidden_meaning i_e in_fact just_in known_as known_for little_known most_people never_knew new_research
        new_study nobody_knows or_not original_name part_one part_two real_reason reason_why recent_study refer_to
        refers_to short_for stands_for story_time such_as that's_why thats_why the_fact the_first the_reason
        the_truth well_known world_record you_didn't you_didnt
    """,
    # written for this project: words of disclosure, secrecy and conspiracy that unverified claims lean on
    "revelation": """
        alien aliens banned banning carcinogen carcinogenic carcinogens censored censoring censorship chemicals
        chemtrails classified cloned clones confidential conspiracies conspiracy conspired conspiring coverup cure
        cures curse cursed declassified detox detoxes expose exposed exposes exposing faked forbidden freemasons
        ghost ghosts haunted hid hidden hide hides hiding hoax hoaxed illuminati leak leaked leaking leaks loophole
        loopholes mandela matrix microchip microchipped microchips miracle mysteries mysterious mysteriously
        mystery planted predicted prediction prophecies prophecy reptilian reptilians revealed revealing scenes
        secret secretly secrets silenced silencing simulation spies spy spying staged suppressed suppressing
        surveillance toxins trick tricks uap ufo ufos uncovered undercover undiscovered unexplained unknown
        unveiled behind_closed behind_the big_pharma cancer_causing cover_up cover_ups covered_up covering_up
        deep_state didn't_know didnt_know doesn't_want doesnt_want don't_want dont_want false_flag flat_earth
        government_is inside_job keep_us keep_you linked_to lizard_people mandela_effect new_world nobody_talks
        not_telling one_talks real_truth talking_about talks_about teach_you tell_you telling_you they_don't
        they_dont they_want time_traveler time_traveller tracking_you truth_about want_you what_they world_order
    """,
    # written for this project: verbs of sober event reporting, from the verb stock of news English
    "event_verb": """
        abandon abandoned abandoning abandons accuse accused accuses accusing acquire acquired acquires acquiring
        adopt adopted adopting adopts amend amended amending amends appoint appointed appointing appoints approve
        approved approves approving arrest arrested arresting arrests arrive arrived arrives arriving assassinate
        assassinated assassinates assassinating attack attacked attacking attacks attend attended attending attends
        award awarded awarding awards ban banned banning bans bear beat beaten beats became become becomes becoming
        began begin beginning begins begun birth bomb bombed bombing bombs born bought break breaking breaks bring
        bringing brings broke broken brought build building builds built burn burned burning burns burnt buy buying
        buys cancel canceled canceling cancelled cancelling cancels capture captured captures capturing carried
        carries carry carrying charge charged charges charging clash clashed clashes clashing climb climbed
        climbing climbs close closed closes closing collapse collapsed collapses collapsing collide collided
        collides colliding compete competed competes competing complete completed completes completing continue
        continued continues continuing convert converted converting converts convict convicted convicting convicts
        cost costing costs crash crashed crashes crashing create created creates creating cross crossed crosses
        crossing cut cuts cutting damage damaged damages damaging debut debuted debuting debuts decrease decreased
        decreases decreasing defeat defeated defeating defeats delay delayed delaying delays deliver delivered
        delivering delivers demolish demolished demolishes demolishing demote demoted demotes demoting denied
        denies deny denying deploy deployed deploying deploys design designed designing designs destroy destroyed
        destroying destroys develop developed developing develops die died dies direct directed directing directs
        discover discovered discovering discovers dismiss dismissed dismisses dismissing divorce divorced divorces
        divorcing donate donated donates donating double doubled doubles doubling draw drawn draws drew drive
        driven drives driving drop dropped dropping drops drove drown drowned drowning drowns dying earn earned
        earning earns elect elected electing elects end ended ending ends enforce enforced enforces enforcing
        escape escaped escapes escaping evacuate evacuated evacuates evacuating execute executed executes executing
        expand expanded expanding expands expel expelled expelling expels explode exploded explodes exploding
        export exported exporting exports extend extended extending extends face faced faces facing fall fallen
        falling falls fell fight fighting fights file filed files filing film filmed filming films fine fined fines
        fining finish finished finishes finishing fire fired fires firing fled flee fleeing flees flew flies flood
        flooded flooding floods flown fly flying fought found founded founding founds fund funded funding funds
        grant granted granting grants grew gross grossed grosses grossing grow growing grown grows halt halted
        halting halts halve halved halves halving happen happened happening happens held hire hired hires hiring
        hit hits hitting hold holding holds hospitalise hospitalised hospitalises hospitalising hospitalize
        hospitalized hospitalizes hospitalizing host hosted hosting hosts identified identifies identify
        identifying implement implemented implementing implements import imported importing imports imprison
        imprisoned imprisoning imprisons increase increased increases increasing infect infected infecting infects
        injure injured injures injuring inspect inspected inspecting inspects install installed installing installs
        introduce introduced introduces introducing invade invaded invades invading invent invented inventing
        invents invest invested investigate investigated investigates investigating investing invests issue issued
        issues issuing jail jailed jailing jails join joined joining joins kidnap kidnapped kidnapping kidnaps kill
        killed killing kills land landed landing lands launch launched launches launching lead leading leads leave
        leaves leaving led left loan loaned loaning loans lose loses losing lost lower lowered lowering lowers made
        make makes making manufacture manufactured manufactures manufacturing march marched marches marching
        married marries marry marrying meet meeting meets merge merged merges merging met move moved moves moving
        murder murdered murdering murders name named names naming nominate nominated nominates nominating occupied
        occupies occupy occupying occur occurred occurring occurs open opened opening opens order ordered ordering
        orders paid pass passed passes passing pay paying pays perform performed performing performs plan planned
        planning plans plummet plummeted plummeting plummets plunge plunged plunges plunging postpone postponed
        postpones postponing pregnant premiere premiered premieres premiering produce produced produces producing
        promote promoted promotes promoting propose proposed proposes proposing protest protested protesting
        protests publish published publishes publishing qualified qualifies qualify qualifying quit quits quitting
        raise raised raises raising reach reached reaches reaching recall recalled recalling recalls receive
        received receives receiving record recorded recording records recover recovered recovering recovers reduce
        reduced reduces reducing register registered registering registers reject rejected rejecting rejects
        release released releases releasing relocate relocated relocates relocating rename renamed renames renaming
        renovate renovated renovates renovating repeal repealed repealing repeals replace replaced replaces
        replacing rescue rescued rescues rescuing resign resigned resigning resigns restore restored restores
        restoring resume resumed resumes resuming retire retired retires retiring return returned returning returns
        rise risen rises rising rob robbed robbing robs rose sack sacked sacking sacks sail sailed sailing sails
        sang sank save saved saves saving schedule scheduled schedules scheduling score scored scores scoring
        search searched searches searching seek seeking seeks seize seized seizes seizing sell selling sells send
        sending sends sent sentence sentenced sentences sentencing settle settled settles settling ship shipped
        shipping ships shoot shooting shoots shot shrank shrink shrinks shrunk sign signed signing signs sing sings
        sink sinks soar soared soaring soars sold sought stab stabbed stabbing stabs star starred starring stars
        start started starting starts steal stealing steals stole stolen strike strikes striking struck sue sued
        sues suing sung sunk supplied supplies supply supplying surge surged surges surging surrender surrendered
        surrendering surrenders suspend suspended suspending suspends test tested testing tests tie tied ties tour
        toured touring tours trade traded trades trading transfer transferred transferring transfers trap trapped
        trapping traps travel traveled traveling travelled travelling travels triple tripled triples tripling turn
        turned turning turns tying unalive unalived unalives unaliving vaccinate vaccinated vaccinates vaccinating
        visit visited visiting visits vote voted votes voting win winning wins withdraw withdrawn withdraws
        withdrew won wound wounded wounding wounds gave_birth give_birth re_elected take_place takes_place
        test_positive tested_positive took_place
    """,
    # written for this project: verbs of general fact, from the verb stock of textbooks and encyclopedias
    "nature_verb": """
        absorb absorbed absorbing absorbs account accounted accounting accounts adapt adapted adapting adapts
        affect affected affecting affects ate attract attracted attracting attracts average averaged averages
        averaging beat beats belong belonged belonging belongs boil boiled boiling boils boost boosted boosting
        boosts border bordered bordering borders breathe breathed breathes breathing bred breed breeding breeds
        burn burned burning burns carried carries carry carrying cause caused causes causing communicate
        communicated communicates communicating compose composed composes composing comprise comprised comprises
        comprising condense condensed condenses condensing connect connected connecting connects consist consisted
        consisting consists consume consumed consumes consuming contain contained containing contains contract
        contracted contracting contracts contribute contributed contributes contributing control controlled
        controlling controls convert converted converting converts cover covered covering covers cure cured cures
        curing decay decayed decaying decays depend depended depending depends derive derived derives deriving
        detect detected detecting detects digest digested digesting digests dissolve dissolved dissolves dissolving
        drank drink drinking drinks drunk dwell dwells dwelt eat eaten eating eats emit emits emitted emitting
        employ employed employing employs equal equaled equaling equalled equalling equals evaporate evaporated
        evaporates evaporating evolve evolved evolves evolving exceed exceeded exceeding exceeds excrete excreted
        excretes excreting exist existed existing exists expand expanded expanding expands export exported
        exporting exports fed feed feeding feeds ferment fermented fermenting ferments flew flies flow flowed
        flowing flows fly flying form formed forming forms freeze freezes freezing froze frozen function functioned
        functioning functions generate generated generates generating grew grow growing grown grows has hatch
        hatched hatches hatching have heal healed healing heals held help helped helping helps hibernate hibernated
        hibernates hibernating hold holds host hosted hosting hosts house housed houses housing hunt hunted hunting
        hunts include included includes including increase increased increases increasing influence influenced
        influences influencing inhabit inhabited inhabiting inhabits inhibit inhibited inhibiting inhibits kill
        killed killing kills laid lain last lasted lasting lasts lay laying lays lie lies live lived lives living
        lower lowered lowering lowers manufacture manufactured manufactures manufacturing mate mated mates mating
        measure measured measures measuring melt melted melting melts migrate migrated migrates migrating need
        needed needing needs occur occurred occurring occurs operate operated operates operating orbit orbited
        orbiting orbits originate originated originates originating pollinate pollinated pollinates pollinating
        prevent prevented preventing prevents produce produced produces producing protect protected protecting
        protects pump pumped pumping pumps raise raised raises raising ran range ranged ranges ranging reduce
        reduced reduces reducing reflect reflected reflecting reflects regenerate regenerated regenerates
        regenerating regulate regulated regulates regulating release released releases releasing relied relies rely
        relying remain remained remaining remains repel repelled repelling repels reproduce reproduced reproduces
        reproducing require required requires requiring revolve revolved revolves revolving rotate rotated rotates
        rotating run running runs sat secrete secreted secretes secreting sense sensed senses sensing serve served
        serves serving shed shedding sheds sit sits sitting sleep sleeping sleeps slept span spanned spanning spans
        speak speaks spin spinning spins spoken spread spreading spreads spun stand standing stands stay stayed
        staying stays stimulate stimulated stimulates stimulating stood store stored stores storing stretch
        stretched stretches stretching surround surrounded surrounding surrounds survive survived survives
        surviving swam swim swimming swims swum taste tasted tastes tasting total totaled totaling totalled
        totalling totals transform transformed transforming transforms transmit transmits transmitted transmitting
        travel traveled traveling travelled travelling travels treat treated treating treats trigger triggered
        triggering triggers turn turned turning turns use used uses using varied varies vary varying weigh weighed
        weighing weighs work worked working works came_from come_from comes_from consists_of lead_to leads_to
        led_to located_in made_from made_of made_up result_in resulted_in results_in
    """,
    # closed class, complete but for rare verbs: past forms that do not end in -ed, and those of be, have and do
    "irregular_past": """
        arisen arose ate awoke awoken became been began begun bent bit bitten bled blew blown bore born borne
        bought bound bred broke broken brought built burnt came caught chose chosen clung crept dealt did
        didn't didnt done dove drank drawn dreamt drew driven drove drunk dug dwelt eaten fallen fed fell felt
        fled flew flown forbade forbidden foresaw foreseen foretold forgave forgiven forgot forgotten fought
        found froze frozen gave given gone got gotten grew ground grown had hadn't hadnt heard held hid hidden
        hung kept knelt knew known laid lain lay leant leapt learnt led left lent lit lost made meant met
        misled mistaken mistook misunderstood mown outgrew outgrown overcame overheard overtaken overtook paid
        proven ran rang rebuilt redid redone resold retold rewritten rewrote ridden risen rode rose rung said
        sang sank sat saw sawn seen sent sewn shaken shone shook shot shown shrank shrunk slept slid smelt
        snuck sold sought sown spat sped spelt spent spilt spoilt spoke spoken sprang sprung spun stank stole
        stolen stood stricken stridden striven strode strove struck strung stuck stung stunk sung sunk swam
        swept swollen swore sworn swum swung taken taught thought threw thrown told took tore torn trod
        trodden undergone understood undertaken undertook underwent undid undone was wasn't wasnt went wept
        were weren't werent withdrawn withdrew withheld withstood woke woken won wore worn wound wove woven
        written wrote wrung
    """,
    # written for this project: what people do all day, by hand, on foot, at home, at work, on a phone
    "action_verb": """
        arrive arrived arrives arriving ate attach attached attaches attaching attend attended attending attends
        bake baked bakes baking bark barked barking barks bend bending bends bent bit bite bites biting bitten bled
        bleed bleeding bleeds blend blended blending blends blink blinked blinking blinks board boarded boarding
        boards boil boiled boiling boils book booked booking books borrow borrowed borrowing borrows bought brake
        braked brakes braking break breaking breaks breathe breathed breathes breathing bring bringing brings broke
        broken brought brush brushed brushes brushing build building builds built bump bumped bumping bumps buried
        buries burn burning burns burnt bury burying buy buying buys call called calling calls came camp camped
        camping camps cancelling carried carries carry carrying catch catches catching caught charge charged
        charges charging chase chased chases chasing chew chewed chewing chews chip chipped chipping chips chop
        chopped chopping chops clap clapped clapping claps clean cleaned cleaning cleans click clicked clicking
        clicks climb climbed climbing climbs close closed closes closing collect collected collecting collects comb
        combed combing combs come comes coming cook cooked cooking cooks copied copies copy copying cough coughed
        coughing coughs count counted counting counts crack cracked cracking cracks crash crashed crashes crashing
        crawl crawled crawling crawls cried cries cross crossed crosses crossing cry crying cut cuts cutting cycle
        cycled cycles cycling dance danced dances dancing delete deleted deletes deleting deliver delivered
        delivering delivers dent dented denting dents dig digging digs divorce divorced divorces divorcing download
        downloaded downloading downloads drain drained draining drains drank draw drawing drawn draws dress dressed
        dresses dressing drew dried dries drill drilled drilling drills drink drinking drinks drip dripped dripping
        drips drive driven drives driving drop dropped dropping drops drove drunk dry drying dug dust dusted
        dusting dusts eat eaten eating eats emptied empties empty emptying enrol enroll enrolled enrolling enrolls
        enrols enter entered entering enters exit exited exiting exits faint fainted fainting faints fall fallen
        falling falls fed feed feeding feeds fell fill filled filling fills film filmed filming films finish
        finished finishes finishing fish fished fishes fishing fix fixed fixes fixing flew flies flood flooded
        flooding floods flown fly flying fold folded folding folds follow followed following follows freeze freezes
        freezing fried fries froze frozen fry frying gather gathered gathering gathers gave get gets getting give
        given gives giving glance glanced glances glancing glue glued glues gluing go goes going gone got gotten
        grab grabbed grabbing grabs graduate graduated graduates graduating grate grated grates grating graze
        grazed grazes grazing greet greeted greeting greets grew grind grinding grinds ground grow growing grown
        grows hand handed handing hands hang hanging hangs hatch hatched hatches hatching held hid hidden hide
        hides hiding hike hiked hikes hiking hire hired hires hiring hit hits hitting hold holding holds hoover
        hoovered hoovering hoovers hop hopped hopping hops hung hunt hunted hunting hunts install installed
        installing installs invite invited invites inviting iron ironed ironing irons join joined joining joins
        jump jumped jumping jumps keep keeping keeps kept kick kicked kicking kicks knit knits knitted knitting
        knock knocked knocking knocks laid lain land landed landing lands laugh laughed laughing laughs lay laying
        lays leak leaked leaking leaks leave leaves leaving left lend lending lends lent lie lies lift lifted
        lifting lifts live lived lives living load loaded loading loads lock locked locking locks log logged
        logging logs lose loses losing lost lying mail mailed mailing mails march marched marches marching married
        marries marry marrying measure measured measures measuring meet meeting meets melt melted melting melts
        mend mended mending mends met milk milked milking milks miss missed misses missing mix mixed mixes mixing
        mop mopped mopping mops move moved moves moving nail nailed nailing nails nest nested nesting nests nod
        nodded nodding nods open opened opening opens order ordered ordering orders overtake overtaken overtakes
        overtaking overtook pack packed packing packs paid paint painted painting paints park parked parking parks
        pass passed passes passing paste pasted pastes pasting pay paying pays peck pecked pecking pecks pee peed
        peeing peel peeled peeling peels pees phone phoned phones phoning pick picked picking picks pile piled
        piles piling plant planted planting plants play played playing plays plug plugged plugging plugs point
        pointed pointing points post posted posting posts pour poured pouring pours press pressed presses pressing
        print printed printing prints pull pulled pulling pulls pump pumped pumping pumps push pushed pushes
        pushing put puts putting queue queued queues queuing quit quits quitting race raced races racing ran rang
        reach reached reaches reaching record recorded recording records refuel refueled refueling refuels refund
        refunded refunding refunds remove removed removes removing rent rented renting rents repair repaired
        repairing repairs replace replaced replaces replacing resign resigned resigning resigns retire retired
        retires retiring return returned returning returns ridden ride rides riding ring ringing rings rinse rinsed
        rinses rinsing rip ripped ripping rips roast roasted roasting roasts rob robbed robbing robs rode roll
        rolled rolling rolls run rung running runs sack sacked sacking sacks sail sailed sailing sails sang sat
        save saved saves saving saw sawed sawing sawn saws scan scanned scanning scans scatter scattered scattering
        scatters score scored scores scoring scrape scraped scrapes scraping scratch scratched scratches scratching
        scream screamed screaming screams scroll scrolled scrolling scrolls scrub scrubbed scrubbing scrubs seat
        seated seating seats seek seeking seeks sell selling sells send sending sends sent serve served serves
        serving set sets setting sew sewed sewing sewn sews shake shaken shakes shaking shave shaved shaves shaving
        shook shoot shooting shoots shot shout shouted shouting shouts shut shuts shutting sing singing sings sit
        sits sitting skid skidded skidding skids skip skipped skipping skips sleep sleeping sleeps slept slice
        sliced slices slicing slid slide slides sliding slip slipped slipping slips smash smashed smashes smashing
        smile smiled smiles smiling snap snapped snapping snaps sneeze sneezed sneezes sneezing snore snored snores
        snoring soak soaked soaking soaks sold sought spend spending spends spent spill spilling spills spilt spin
        spinning spins spread spreading spreads sprinkle sprinkled sprinkles sprinkling spun squeeze squeezed
        squeezes squeezing stack stacked stacking stacks stand standing stands stare stared stares staring start
        started starting starts stay stayed staying stays steal stealing steals stick sticking sticks sting
        stinging stings stir stirred stirring stirs stitch stitched stitches stitching stole stolen stood stop
        stopped stopping stops store stored stores storing stream streamed streaming streams stretch stretched
        stretches stretching stuck studied studies study studying stung sung swallow swallowed swallowing swallows
        swam swap swapped swapping swaps sweat sweated sweating sweats sweep sweeping sweeps swept swim swimming
        swims swipe swiped swipes swiping switch switched switches switching swum take taken takes taking tap
        tapped tapping taps tear tearing tears text texted texting texts threw throw throwing thrown throws tie
        tied ties tip tipped tipping tips took tore torn touch touched touches touching tow towed towing tows trade
        traded trades trading train trained training trains trip tripped tripping trips turn turned turning turns
        tweet tweeted tweeting tweets tying type typed types typing undress undressed undresses undressing
        uninstall uninstalled uninstalling uninstalls unload unloaded unloading unloads unlock unlocked unlocking
        unlocks unpack unpacked unpacking unpacks unplug unplugged unplugging unplugs untie untied unties untying
        unwrap unwrapped unwrapping unwraps upload uploaded uploading uploads vacuum vacuumed vacuuming vacuums
        visit visited visiting visits vomit vomited vomiting vomits wait waited waiting waits wake wakes waking
        walk walked walking walks wash washed washes washing water watered watering waters wave waved waves waving
        wear wearing wears weigh weighed weighing weighs went whisper whispered whispering whispers win winning
        wins wipe wiped wipes wiping woke woken won wore work worked working works worn wrap wrapped wrapping wraps
        yawn yawned yawning yawns yell yelled yelling yells
    """,
    # written for this project: things of nature, body and technology that general facts are about
    "science_noun": """
        acid acids ai air algae alphabet animal animals ant antibiotic antibiotics ants area areas asteroid
        asteroids atmosphere atom atoms bacteria bacterium banana bananas bat bats batteries battery battle battles
        bear bears bee bees bird birds blood bodies body bone bones brain brains bridge bridges building buildings
        butterflies butterfly caffeine calorie calories cancer capital capitals carbon castle castles cat cats cell
        cells century chemical chemicals chicken chickens chimpanzee chimpanzees chromosome chromosomes climate
        comet comets computer computers continent continents copper core coronavirus covid cow cows crocodile
        crocodiles crust depth depths desert deserts diabetes diameter dinosaur dinosaurs disease diseases distance
        distances dna dog dogs dolphin dolphins drought droughts drug drugs dynasty eagle eagles earth earthquake
        earthquakes economy egg eggs electricity electron electrons elephant elephants emission emissions empire
        empires energy engine engines eye eyes fat fats fish flamingo flamingos flower flowers forest forests
        fossil fossils fruit fruits fuel fungi fungus galaxies galaxy gdp gene genes giraffe giraffes glacier
        glaciers goat goats gold gorilla gorillas gravity heart hearts height heights hormone hormones horse horses
        hurricane hurricanes hydrogen ice iceberg icebergs inflation insect insects iron island islands jellyfish
        jupiter kangaroo kangaroos kidney kidneys koala koalas lake lakes language languages laser lasers leaf
        leaves length lengths letter letters lifespan lifespans light lion lions liver lung lungs mammal mammals
        mars mass medicine medicines mercury meteor meteors mice molecule molecules monkey monkeys moon mosquito
        mosquitoes mountain mountains mouse mummies mummy muscle muscles mushroom mushrooms neptune nerve nerves
        nitrogen nuclear ocean oceans octopus octopuses organ organs ostrich ostriches owl owls oxygen ozone panda
        pandas penguin penguins pig pigs planet planets plant plants plastic pluto pollution population populations
        protein proteins pyramid pyramids radiation railway railways rainforest rainforests rat rate rates ratio
        ratios rats reactor reactors reptile reptiles risk risks river rivers robot robots rocket rockets salt
        satellite satellites saturn sea seas seed seeds shark sharks sheep signal signals silver size sizes
        skeleton skin skull skulls skyscraper skyscrapers sloth sloths snake snakes sound space species speed
        spider spiders squid star stars stomach stomachs storm storms sugar sun surface surfaces symptom symptoms
        teeth telescope telescopes temperature temperatures temple temples tiger tigers tissue tissues tomb tombs
        tongue tongues tooth tornado tornadoes tornados tortoise tortoises tower towers treaty tree trees tsunami
        tsunamis turtle turtles unemployment universe uranus vaccine vaccines vegetable vegetables venus virus
        viruses vitamin vitamins volcano volcanoes volcanos volume war wars water wave waves weather weight weights
        whale whales width wildfire wildfires wolf wolves word words black_hole milky_way solar_system
    """,
    # written for this project: adjectives of plain measure with their degrees, which facts use and taste does not
    "measure_adjective": """
        adult ancient annual average big bigger biggest biological busiest chemical close closer closest cold
        colder coldest common commonest cool costly current daily deadlier deadliest deadly deep deeper deepest
        densest digital domestic drier driest dry earlier earliest early eastern easternmost economic edible elder
        eldest electric electronic endangered expensive extinct far farther farthest fast faster fastest federal
        female financial foreign former further furthest genetic global heavier heaviest heavy high higher highest
        hot hotter hottest international large larger largest late later latest legal light lighter lightest local
        long longer longest low lower lowest male maximum mean median medical medieval minimum modern monthly
        narrow narrower narrowest national native near nearer nearest new newer newest nocturnal northern
        northernmost official old older oldest poisonous populous prehistoric previous private public quick quicker
        quickest rare rarest regional remote rich richer richest scientific short shorter shortest slow slower
        slowest small smaller smallest southern southernmost tall taller tallest thick thicker thickest thin
        thinner thinnest total tropical upcoming venomous warm warmer warmest wealthiest weekly western westernmost
        wet wetter wettest wide wider widest wild yearly young younger youngest best_selling highest_paid
        longest_running
    """,
    # closed class for the number words; approximators and part words written for this project
    "quantity": """
        about above additional almost amount amounts approx approximately around average averages below billion
        billions bn countless couple double dozen dozens each eight eighteen eighth eighty eleven equal equals
        estimated exactly extra few fifteen fifth fifths fifty figure figures first five fold forty four fourteen
        fourth fourty fraction fractions half halves hundred hundreds hundredth k last lots majority many mean
        median mil million millions minority minus multiple nearly nine nineteen ninety ninth number numbers
        numerous once one over pair pairs pct per percent percentage percentages percentile plus point precisely
        proportion quadrillion quadruple quarter quarters roughly score second seven seventeen seventh seventy
        several single six sixteen sixth sixty some sum ten tenfold tenth tenths third thirds thirteen thirty
        thousand thousands thousandth three thrice times tons total totals trillion trillions triple twelve
        twentieth twenty twice two under various zero as_many as_much at_least at_most fewer_than half_of in_every
        in_five in_four in_ten in_three less_than more_than most_of number_of one_in one_of out_of part_of per_cent
        rest_of three_in three_of two_in two_of up_to
    """,
    # written for this project: units of measure and money with their short forms
    "unit": """
        acre acres amp amps barrel barrels bitcoin bitcoins buck bucks byte bytes calorie calories carat carats
        celsius cent centimeter centimeters centimetre centimetres cents cm cms cubic cup cups db decibel decibels
        degree degrees dollar dollars eur euro euros fahrenheit feet foot franc francs ft gallon gallons gb gbp
        gigabyte gigabytes gigawatt gigawatts gram grams hectare hectares hertz horsepower hz inch inches joule
        joules kcal kelvin kg kgs kilo kilogram kilograms kilometer kilometers kilometre kilometres kilos kilowatt
        kilowatts km kmh kms knot knots kph lb lbs liter liters litre litres mb megabyte megabytes megaton megatons
        megawatt megawatts meter meters metre metres mg micron microns mile miles milligram milligrams milliliter
        milliliters millilitre millilitres millimeter millimeters millimetre millimetres ml mm mph nanometer
        nanometers newton newtons ounce ounces oz p pence pennies penny peso pesos pint pints pixel pixels pound
        pounds quart quarts quid rupee rupees square stone tablespoon tablespoons tb tbsp teaspoon teaspoons ton
        tonne tonnes tons tsp usd volt volts watt watts yard yards yen yuan a_day a_minute a_month a_second a_week
        a_year an_hour light_year light_years per_day per_hour per_minute per_month per_second per_week per_year
        pound_sterling
    """,
    # closed class for days and months; the rest written for this project
    "time": """
        ad after afternoon afternoons afterward afterwards age ages ago already am ancient anniversary annually apr
        april aug august autumn bc bce before biannually birthday birthdays ce centuries century christmas
        currently daily dawn day days deadline dec decade decades december diwali during dusk earlier early easter
        era eras eve evening evenings eventually fall feb february finally formerly fortnight fri friday fridays
        future generation generations halloween hour hourly hours hr hrs immediately initially instantly jan
        january july june just late lately later mar march may meanwhile medieval midday midnight millennia
        millennium min mins minute minutes mon monday mondays month monthly months morning mornings night nightly
        nights noon nov november now nowadays o'clock oclock oct october olympics once originally overnight past
        period pm prehistoric present presently previously quarterly ramadan recently saturday saturdays season
        seasons second seconds sep sept september shortly since soon spring still summer summers sunday sundays
        thanksgiving then thu thurs thursday thursdays til till today today's tomorrow tonight tonite tue tues
        tuesday tuesdays until wednesday wednesdays week weekday weekdays weekend weekends weekly weeks when
        whenever while winter winters year yearly years yesterday yesterday's yet yr yrs a_m a_year at_first
        by_then days_ago each_day each_year every_day every_month every_time every_week every_year for_years
        hours_ago in_years last_month last_night last_time last_week last_year months_ago next_month next_time
        next_week next_year of_years p_m per_year right_now so_far this_month this_morning this_week this_year
        weeks_ago year_old years_ago years_old
    """,
    # written for this project: organised bodies and public places that news and facts are about
    "institution": """
        academies academy act acts administration agencies agency airbnb airline airlines airport airports amazon
        apple army assembly association associations bank banks bill bills boeing border borders borough boroughs
        brand brands budget budgets bureau business businesses cabinet capital cdc charities charity church
        churches cia cities city clinic clinics club clubs college colleges commission commissions committee
        committees commons companies company congress contract contracts corporation corporations costco council
        councils counties countries country county court courts department departments dept disney district
        districts election elections embassies embassy epa eu factories factory fbi fda federation fifa firm firms
        ford foundation foundations google government governments govt hospital hospitals hotel hotels ikea imf
        industries industry institute institutes institution institutions investigation investigations irs jail
        jails kingdom lab label labels laboratories laboratory labs law laws lawsuit lawsuits league leagues lego
        libraries library lords mall malls manufacturer manufacturers marines market markets mcdonald's mcdonalds
        meta microsoft military ministry mlb mosque mosques museum museums nasa nation nations nato navy nba
        network networks nfl ngo nhl nhs nike nintendo office offices olympics openai organisation organisations
        organization organizations parliament parties party pepsi plant plants police policies policy prison
        prisons province provinces publisher publishers referendum region regions republic restaurant restaurants
        retailer retailers samsung school schools senate shop shops sony spacex spotify stadium stadiums starbucks
        startup startups state states station stations stock stocks store stores studio studios supermarket
        supermarkets supplier suppliers synagogue synagogues tax taxes team teams tesco tesla town towns toyota
        treaty trial trials uber uefa ufc un union unions universities university vatican village villages walmart
        warehouse warehouses air_force coca_cola european_union fire_department high_court house_of
        police_department stock_market supreme_court united_nations white_house world_bank world_health
    """,
    # written for this project: continents, well-known countries, cities and the adjectives from them
    "place": """
        afghanistan africa african africans alaska alps america american americans amsterdam antarctic antarctica
        arctic argentina argentine arizona asia asian asians atlantic australia australian australians austria
        austrian aztec bangladesh barcelona beijing belgian belgium berlin birmingham boston brazil brazilian
        britain british brits bulgaria bulgarian cairo california canada canadian canadians caribbean chicago chile
        china chinese colombia colombian colorado congo croatia cuba cuban czech danish delhi denmark detroit dubai
        dublin dutch east eastern edinburgh egypt egyptian egyptians england english ethiopia ethiopian europe
        european europeans everest filipino finland finnish florida france french gaza georgia german germans
        germany ghana glasgow greece greek greeks greenland haiti hawaii himalayas hungarian hungary iceland
        icelandic india indian indians indonesia indonesian iran iranian iraq iraqi ireland irish israel israeli
        istanbul italian italians italy jamaica jamaican japan japanese kenya kenyan korea korean koreans kuwait
        lagos lebanon liverpool london madrid malaysia malaysian manchester mayan mayans mediterranean melbourne
        mexican mexicans mexico miami michigan mongolia mongolian montreal moroccan morocco moscow mumbai nairobi
        nepal netherlands nevada nigeria nigerian nile north northern norway norwegian oceania ohio oregon ottoman
        pacific pakistan pakistani palestine palestinian paris peru peruvian philippines poland polish portugal
        portuguese qatar roman romania romanian romans rome russia russian russians sahara saudi scotland scottish
        seattle seoul serbia shanghai singapore somalia south southern soviet spain spanish sudan sweden swedish
        swiss switzerland sydney syria syrian taiwan taiwanese tanzania texas thai thailand tokyo toronto turkey
        turkish uganda uk ukraine ukrainian ukrainians usa vancouver vegas venezuela venezuelan vienna vietnam
        vietnamese viking vikings virginia wales washington welsh west western zealand hong_kong los_angeles
        new_york new_zealand san_francisco saudi_arabia south_africa south_african u_k u_s united_kingdom
        united_states
    """,
    # written for this project: works, goods and pastimes that people review
    "work_noun": """
        acting aesthetic aesthetics album albums android anime apartment apartments app art artwork band bands
        baseball basketball beach beaches beat beats beer beers bike bikes book books brand brands breakfast brunch
        burger burgers cafe cafes cake cakes camera cameras car career careers cars cartoon cartoons cast cgi
        channel channels character characters cheese chocolate chorus cinematography cocktail cocktails coffee
        comic comics concert concerts console consoles content cover covers cricket dating decor design designs
        dessert desserts dialogue dinner dish dishes dress dresses drink drinks ending endings episode episodes
        exam exams exhibition exhibitions fashion film films finale flat flats flavor flavors flavour flavours food
        foods football foundation franchise furniture game gameplay games gig gigs golf graphics gym hair haircut
        haircuts hairstyle hairstyles headphones hobbies hobby holiday holidays homework hotel hotels iphone
        iphones jacket jackets jazz jeans job jobs kpop laptop laptops lipstick look lunch lyric lyrics makeup
        manga marriage mascara meal meals merch movie movies museum music musical musicals nails novel novels
        outfit outfits painting paintings parenting pasta performance performances perfume perfumes pet pets phone
        phones pineapple pizza playlist plot plots poem poems poetry pop prequel prequels product products rap
        reboot reboots recipe recipes relationship relationships remake remakes remix restaurant restaurants rock
        rugby scene scenes script season seasons sequel sequels series service services shirt shirts shoe shoes
        show shows single singles sitcom sitcoms skincare snack snacks sneakers soap soccer song songs soundtrack
        sport sports style styles sushi taco tacos tattoo tattoos tea techno tennis tour track tracks trailer
        trailers trainers trend trends trilogy trip trips truck trucks vacation vacations verse version versions
        videogame videogames vocals wine wines workout workouts yoga country_music hip_hop ice_cream k_pop
        video_game
    """,
    # closed class, complete
    "contrast": """
        but although altho however though tho yet despite whereas while whilst in_spite even_though even_if
        nevertheless nonetheless notwithstanding still instead rather conversely other_hand contrary_to except
        unless albeit regardless otherwise then_again having_said that_said that_being besides alternatively unlike
        the_contrary
    """,
    # closed class, complete, with the spoken forms
    "cause": """
        because cause cos coz cuz bc bcuz becuz because_of so therefore since thus hence consequently thereby
        a_result result_of due_to owing_to thanks_to on_account in_order so_that for_that that's_why thats_why
        is_why the_reason reason reasons given_that seeing_as seeing_that now_that accordingly wherefore whereby
    """,
    # closed class, complete
    "condition": """
        if unless whether provided provided_that providing as_long so_long only_if even_if in_case otherwise
        assuming supposing suppose what_if if_only if_not or_else lest once depending given
    """,
    # closed class, complete, with contractions
    "question_word": """
        who who's whos who're who'd who'll whom whose what what's whats what're what'd what'll wat wut which when
        when's where where's wheres where'd why why's whys why'd how how's hows how'd how_come how_many how_much
        how_long how_often how_old wherever whatever whichever whatcha wdym wym
    """,
    # written for this project: discourse markers and fillers of speech
    "filler": """
        um umm uh uhh uhm er erm eh mm mhm hmm ah like well you_know y'know ya_know i_mean okay ok okayy k kk
        alright aight right basically literally actually anyway anyways anyhow so yeah yea yep yup yes ye yeh
        yessir yeah_no no_yeah you_see see look listen now then just honestly whatever innit init isn't_it huh
        and_stuff and_shit stuff_like and_things like_that and_everything or_something kinda sorta sort_of kind_of
        oh now_then here's_the the_thing thing_is moving_on btw fyi anywho let's_see lets_see let_me hold_up
        real_quick long_story to_begin first_of going_back
    """,
    # written for this project: openings and closings of a video
    "greeting": """
        hey heya heyy hi hiya hii hello helloo hullo yo oi sup wassup whats_up what's_up howdy greetings g'day gday
        aloha guys welcome welcome_back folks y'all yall everyone everybody peeps besties bestie fam gang squad
        friends ladies gentlemen ladies_and you_guys hey_guys hi_guys hey_everyone hi_everyone hello_everyone
        good_morning good_afternoon good_evening good_night morning bye goodbye byebye bye_bye cya see_you see_ya
        later_guys peace_out take_care thanks_for for_watching like_and subscribe stay_tuned tiktok_fam dear cheers
    """,
    # closed class, complete
    "article": """
        a an the da
    """,
    # closed class, complete for single words
    "preposition": """
        about above across after against along alongside amid amidst among amongst around as at atop before behind
        below beneath beside besides between beyond by circa concerning considering despite down during except
        excluding following for from in including inside into like near notwithstanding of off on onto opposite out
        outside over past per plus regarding round since than through throughout thru till to toward towards under
        underneath unlike until unto up upon versus vs via with within without next_to ahead_of apart_from as_for
        aside_from away_from close_to in_front on_top out_of outta up_to instead_of
    """,
    # closed class, complete
    "conjunction": """
        and n or nor but yet so for both either neither as than that because if although though while whilst
        whereas when whenever where wherever once until unless since before after till lest whether and_then
        as_well plus
    """,
    # closed class, complete: the forms of "be", full, contracted and negated
    "copula": """
        be am is are was were been being i'm im you're youre he's hes she's shes it's its we're they're theyre
        that's thats this's there's theres here's heres what's whats who's whos where's wheres how's hows isn't
        isnt aren't arent wasn't wasnt weren't werent ain't aint innit r bein these_are those_are
    """,
    # closed class, complete: the forms of "have" and "do", full, contracted and negated
    "auxiliary": """
        have has had having i've ive you've youve we've weve they've theyve who've that've there've haven't havent
        hasn't hasnt hadn't hadnt do does did done doing don't dont doesn't doesnt didn't didnt dunno get gets got
        gotten getting let lets could've would've should've must've might've doin havin gettin
    """,
    # closed class, complete
    "demonstrative": """
        this that these those that's thats that'd that'll thatll this's dis dat this_one that_one these_days such
        here there here's heres yonder the_former the_latter same
    """,
    # closed class, complete
    "existential": """
        there there's theres there_is there_are there're therere there_was there_were there_has there_have
        there_had there've there'll there'd there_will there_would there_can there_could there_may there_might
        there_must there_should there_seems there_exists there_isn't there_isnt there_aren't there_arent
        there_wasn't there_wasnt there_weren't there_used is_there are_there was_there were_there ain't_no aint_no
        exist exists existed existence
    """,
}

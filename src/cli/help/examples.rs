//! Examples of every command, shown by its long help. They work on a copy of the sample register named
//! `register.db`; a test runs them in this order, each on a fresh copy.

/// A command line as it is typed in a shell.
pub(super) struct Example {
    /// The command that it is an example of; the program's own name for the screens.
    pub(super) command: &'static str,
    /// What is typed.
    pub(super) typed: &'static str,
}

const fn of(command: &'static str, typed: &'static str) -> Example {
    Example { command, typed }
}

/// Two or more of each command.
pub(super) const EXAMPLES: &[Example] = &[
    of("ta-tui", "ta-tui chapter:V region:african"),
    of("ta-tui", "ta-tui --db register.db --screen figures --as-of 2019-09-30"),
    of("need", "ta-tui need 3591"),
    of("need", "ta-tui need 12 --lang zh"),
    of("needs", "ta-tui needs chapter:V is:unmet --sort identified_on --limit 20"),
    of("needs", "ta-tui needs region:african --columns id,state,text --format csv"),
    of("states", "ta-tui states group:sids --sort -needs --limit 10"),
    of("states", "ta-tui states region:african --format json"),
    of("reviews", "ta-tui reviews cycle:2 review:country-report"),
    of("reviews", "ta-tui reviews state:ghana --columns all"),
    of("activities", "ta-tui activities article:52"),
    of("activities", "ta-tui activities chapter:V --columns code,providers --format csv"),
    of("focal-points", "ta-tui focal-points region:african"),
    of("focal-points", "ta-tui focal-points --sort -needs --limit 10"),
    of("organisations", "ta-tui organisations"),
    of("organisations", "ta-tui organisations chapter:V --format json"),
    of("count", "ta-tui count cycle:2 --by category --format json"),
    of("count", "ta-tui count cycle:1 --by region,priority --since 2017-09-01"),
    of("figure", "ta-tui figure 3 region:african --as-of 2019-09-30"),
    of("figure", "ta-tui figure all --format svg --out pictures"),
    of("trend", "ta-tui trend region:african"),
    of("trend", "ta-tui trend --format csv"),
    of("connections", "ta-tui connections cycle:2 --by state --sort lift"),
    of("connections", "ta-tui connections chapter:V --min 10 --format csv"),
    of("verify", "ta-tui verify"),
    of("verify", "ta-tui verify --format json"),
    of("set", "ta-tui set 3591 3594 response=planned priority=high --as secretariat"),
    of("set", "ta-tui set 12 theme+=\"asset declarations\" --note \"as the State asked\""),
    of("handover", "ta-tui handover adviser-pacific adviser-west-central-africa --dry-run"),
    of("handover", "ta-tui handover fp-al none chapter:II --note \"the post is vacant\""),
    of("log", "ta-tui log state:ghana --since 2019-09-01"),
    of("log", "ta-tui log --who fp-al --limit 20 --format json"),
    of("frame", "ta-tui frame --size 120x40 --keys \"4/chapter:V<Enter>\""),
    of("frame", "ta-tui frame --screen triage --format svg"),
    of("new", "ta-tui new empty.db"),
    of("new", "ta-tui new empty.db --lang zh"),
    of("sample", "ta-tui sample small.db --needs 5000 --seed 1"),
    of("sample", "ta-tui sample sample.db"),
    of("backup", "ta-tui backup copy.db"),
    of("backup", "ta-tui --db register.db backup copy.db"),
    of("restore", "ta-tui --db register.db restore copy.db"),
    of("restore", "ta-tui restore copy.db --db register.db --lang zh"),
    of("check", "ta-tui check"),
    of("check", "ta-tui check --format json"),
    of("help", "ta-tui help needs"),
    of("help", "ta-tui help filter"),
    of("config", "ta-tui config"),
    of("config", "ta-tui config template"),
    of("completions", "ta-tui completions bash"),
    of("completions", "ta-tui completions zsh"),
    of("man", "ta-tui man"),
    of("man", "ta-tui man --lang zh"),
];

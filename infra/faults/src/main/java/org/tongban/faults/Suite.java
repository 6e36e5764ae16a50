package org.tongban.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The suites, in the order in which they run. */
enum Suite {
    DOUBLE_SUBMIT("RL-1", DoubleSubmit::run),
    CODES("RL-9", CodeRaces::run),
    GUESSING("RL-8, RL-10", Guessing::run),
    FUZZ("RL-4", FuzzSuite::run),
    IMPORTS("CO-75", Imports::run),
    CRASH_SERVER("RL-3, CO-80", CrashServer::run),
    CRASH_DISPATCH("RL-3, CO-41", CrashDispatch::run),
    CRASH_DATABASE("RL-3, RL-18", CrashDatabase::run),
    STORE_AWAY("RL-18", StoreAway::run),
    OVERLOAD("RL-14", Overload::run);

    private final String rules;
    private final Body body;

    Suite(String rules, Body body) {
        this.rules = rules;
        this.body = body;
    }

    /** What a suite does. */
    interface Body {
        Result run(Setup setup) throws Exception;
    }

    static Optional<Suite> named(String name) {
        return Arrays.stream(values()).filter(suite -> suite.id().equals(name)).findFirst();
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String rules() {
        return rules;
    }

    Result run(Setup setup) throws Exception {
        return body.run(setup);
    }
}

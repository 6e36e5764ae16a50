package org.tongban.core.console;

import org.tongban.testkit.Browser;
import org.tongban.testkit.Tongban;
import org.tongban.trial.People;

/** The browsers of people that tests make. */
final class Browsers {
    private Browsers() {}

    /** One in which somebody made for the test has signed in. */
    static Browser of(Tongban tongban, People.Person person) {
        return Browser.of(tongban, person.login(), People.PASSWORD);
    }
}

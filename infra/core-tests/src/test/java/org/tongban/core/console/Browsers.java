package org.tongban.core.console;

import org.tongban.testkit.Browser;
import org.tongban.testkit.Tongban;
import org.tongban.trial.People;

/** The browsers of people that tests make, and what they follow. */
final class Browsers {
    private Browsers() {}

    /** One in which somebody made for the test has signed in. */
    static Browser of(Tongban tongban, People.Person person) {
        return Browser.of(tongban, person.login(), People.PASSWORD);
    }

    /** Where a list on a page goes on. */
    static String next(String page) {
        return page.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1")
                .replace("&amp;", "&")
                .replace("&#x3D;", "=");
    }
}

package org.tongban.core.console;

import java.util.List;

/** What stands above every page of the console; without entries and without a way out where nobody is signed in. */
public record ConsoleBar(
        String home,
        List<Entry> entries,
        boolean signedIn,
        String password,
        String signOut,
        String token,
        String otherLang,
        String otherHref) {
    /** A part of the console. */
    public record Entry(String title, String href, boolean current) {}
}

package org.tongban.checks;

import java.util.List;
import java.util.regex.Pattern;

/** Whoever opens the repository sees the platform, the modules, and what they need: nothing else. */
final class TopLevel {
    private static final Pattern ALLOWED =
            Pattern.compile("platform-core|module-[a-z0-9-]+|infra|docs|pom\\.xml|README[\\w.-]*\\.md|LICENSE|NOTICE"
                    + "|(CONTRIBUTING|CHANGELOG|SECURITY)\\.md|\\..+");

    private TopLevel() {}

    /** Answers the entries that do not belong there. */
    static List<String> violations(List<String> paths) {
        return paths.stream()
                .map(path -> path.contains("/") ? path.substring(0, path.indexOf('/')) : path)
                .distinct()
                .filter(entry -> !ALLOWED.matcher(entry).matches())
                .toList();
    }
}

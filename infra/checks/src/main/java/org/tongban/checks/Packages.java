package org.tongban.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Every package says in one sentence what it is, and is null-marked. */
final class Packages {
    private static final Pattern SENTENCE = Pattern.compile("/\\*\\*\\s+[^\\s*].*?\\.\\s*\\*/", Pattern.DOTALL);

    private Packages() {}

    /** Answers the packages without such a declaration; a test's package may have its module's main one. */
    static List<String> violations(List<SourceFile> sources) {
        var declarations = new TreeMap<String, SourceFile>();
        var used = new TreeSet<String>();
        for (var source : sources) {
            if (!source.isMainJava()) {
                continue;
            }
            var packageOfModule = source.folder().replaceFirst("src/main/java/", "");
            used.add(packageOfModule);
            if (source.name().equals("package-info.java")) {
                declarations.put(packageOfModule, source);
            }
        }
        var violations = new ArrayList<String>();
        for (var each : used) {
            var declaration = declarations.get(each);
            if (declaration == null) {
                violations.add(each + ": no package-info.java");
                continue;
            }
            if (!declaration.text().contains("@NullMarked")) {
                violations.add(declaration.path() + ": no @NullMarked");
            }
            if (!SENTENCE.matcher(declaration.text()).find()) {
                violations.add(declaration.path() + ": no sentence that says what the package is");
            }
        }
        return violations;
    }
}

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the template's sources name: a record must be called nothing of it, in no form that its name takes there. */
final class TemplateWords {
    private static final Pattern NOT_CODE =
            Pattern.compile("/\\*.*?\\*/|//[^\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Set<String> records = new TreeSet<>(Set.of("proposal", "proposals", "Proposal", "Proposals"));
    private final Set<String> others = new TreeSet<>();

    private TemplateWords() {}

    /** The names in the sources of the folder: those that hold the record's, and all others. */
    static TemplateWords in(Path template) throws IOException {
        var words = new TemplateWords();
        try (Stream<Path> all = Files.walk(template.resolve("src"))) {
            for (var source :
                    all.filter(path -> path.toString().endsWith(".java")).toList()) {
                NAME.matcher(NOT_CODE.matcher(Files.readString(source)).replaceAll(" "))
                        .results()
                        .forEach(found -> words.add(found.group()));
            }
        }
        return words;
    }

    private void add(String name) {
        (name.toLowerCase(Locale.ROOT).contains("proposal") ? records : others).add(name);
    }

    /** Whether a name that holds this noun, or its plural, would be one that is there already. */
    boolean meet(String noun) {
        var names = new ModuleNames("any", "any", noun, "TP", "any", "any");
        return records.stream().map(names::in).anyMatch(others::contains);
    }
}

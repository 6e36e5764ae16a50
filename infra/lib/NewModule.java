import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** Makes a module of infra/module-template: see infra/new-module, which runs this file. */
final class NewModule {
    private static final int MOST_LETTERS = 30;
    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    /** First words of core's paths, and names that the tree uses for something else. */
    private static final Set<String> TAKEN_BY_THE_PLATFORM = words("api assets bom checks console core demo dev docs"
            + " embedded events health metrics module oauth2 openapi platform public server staff template"
            + " template-programme testkit tongban trial verify well-known");
    /** PostgreSQL refuses these as names of schemas and tables. */
    private static final Set<String> TAKEN_BY_SQL = words("all analyse analyze and any array as asc asymmetric both"
            + " case cast check collate column constraint create current_date current_role current_time current_user"
            + " default deferrable desc distinct do else end except false fetch for foreign from grant group having in"
            + " initially intersect into lateral leading limit localtime not null offset on only or order placing"
            + " primary references returning select session_user some symmetric system_user table then to trailing true"
            + " union unique user using variadic when where window with");
    /** Columns, paths and fields of the form; what the template's sources name, {@link TemplateWords} finds. */
    private static final Set<String> TAKEN_BY_THE_TEMPLATE = words("account decision document event field found"
            + " message module name number organisation outcome path record review reviewer rule search state step"
            + " submission summary text title version view violation year");

    /** What comes next, for a module of this tree. */
    private static final String INSIDE = """
          mvn -pl infra/embedded,module-%1$s -am verify -Dtest='%2$s.**'   compiles and tests it
          infra/dev %1$s --demo   starts it and makes what you save live; sign in as %1$s-a, %1$s-b or %1$s-reviewer
          infra/docs   writes it into the pages that follow from the code; mvn verify fails until then
        """;

    /** The same for a project of its own. */
    private static final String OUTSIDE = """
          mvn package && infra/repository DIR   in the platform's tree, lays out what the project is built against
          mvn -s settings.xml -f %3$s verify   compiles and tests it, with a settings.xml that names DIR
          docs/module-guide.md shows that file in its last section; the jar goes into modules/%1$s of an installation
        """;

    private final Path root;
    private final ModuleTree tree;
    private final Map<String, String> options;

    private NewModule(Path root, Map<String, String> options) {
        this.root = root;
        this.tree = new ModuleTree(root);
        this.options = options;
    }

    static final class Refused extends Exception {
        Refused(String sentence, Object... arguments) {
            super(sentence.formatted(arguments), null, false, false);
        }
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        try {
            new NewModule(Path.of(arguments[0]), options(List.of(arguments).subList(1, arguments.length))).run();
        } catch (Refused e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static Map<String, String> options(List<String> arguments) throws Refused {
        var usage = "Usage: infra/new-module <id> [--title-zh …] [--title-en …] [--record <noun>] [--package …]"
                + " [--outside <folder>]";
        var known = List.of("--title-zh", "--title-en", "--record", "--package", "--outside");
        var options = new LinkedHashMap<String, String>();
        for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (known.contains(argument) && i + 1 < arguments.size()) {
                options.put(argument, arguments.get(++i));
            } else if (argument.startsWith("-") || options.putIfAbsent("id", argument) != null) {
                throw new Refused(usage);
            }
        }
        if (!options.containsKey("id")) {
            throw new Refused(usage);
        }
        return options;
    }

    private void run() throws IOException, InterruptedException, Refused {
        var id = id();
        var record = record();
        var base = basePackage(id);
        var titleEn = title("--title-en", capital(id.replace('-', ' ')));
        var titleZh = title("--title-zh", titleEn);
        var outside = options.get("--outside");
        var folder = (outside == null ? root : Path.of(outside).toAbsolutePath()).resolve("module-" + id);
        if (Files.exists(folder)) {
            throw new Refused("%s is there already: remove it, or choose another id.", folder);
        }
        var number = number(id);
        var names = new ModuleNames(id, base, record, number, titleZh, titleEn);

        // All is made in memory first: what is refused leaves nothing behind.
        var files = files(names, outside != null);
        var poms = outside == null ? ModulePoms.with(root, id) : Map.<Path, String>of();
        write(folder, files);
        for (var pom : poms.entrySet()) {
            Files.writeString(pom.getKey(), pom.getValue());
        }
        if (outside == null) {
            format(folder);
        }
        System.out.printf(
                "%s is made: package %s, record %s, numbers %s.%n", folder.getFileName(), base, record, number);
        System.out.println(
                (outside == null ? INSIDE : OUTSIDE).formatted(id, base, folder).stripTrailing());
    }

    private String id() throws IOException, Refused {
        var id = options.get("id");
        if (!KEBAB.matcher(id).matches()) {
            throw new Refused(
                    "“%s” is no id: use small letters and digits, words joined by one hyphen, as in"
                            + " trade-secrets.",
                    id);
        }
        if (id.length() > MOST_LETTERS) {
            throw new Refused("“%s” is too long: an id has at most %d letters.", id, MOST_LETTERS);
        }
        if (TAKEN_BY_THE_PLATFORM.contains(id) || TAKEN_BY_SQL.contains(id) || id.startsWith("pg-")) {
            throw new Refused("“%s” is reserved: choose another id.", id);
        }
        if (tree.descriptors().containsKey(id)) {
            throw new Refused("There is a module “%s” already: choose another id.", id);
        }
        return id;
    }

    private String record() throws IOException, Refused {
        var record = options.getOrDefault("--record", "application");
        if (!record.matches("[a-z]{3,20}")) {
            throw new Refused("“%s” is no name for the record: use one noun of 3 to 20 small letters.", record);
        }
        if (TAKEN_BY_SQL.contains(record)
                || TAKEN_BY_THE_TEMPLATE.contains(record)
                || SourceVersion.isKeyword(record)
                || TemplateWords.in(root.resolve("infra/module-template")).meet(record)) {
            throw new Refused("“%s” means something else in a module: choose another --record.", record);
        }
        // Operation ids and public collections are unique over all modules.
        var operation = " create" + capital(record) + "(";
        for (var source : tree.below("module-", "java")) {
            if (Files.readString(source).contains(operation)) {
                throw new Refused(
                        "%s has the record “%s” already: choose another by --record.",
                        root.relativize(source).getName(0), record);
            }
        }
        return record;
    }

    private String basePackage(String id) throws IOException, Refused {
        var base = options.getOrDefault("--package", "org.tongban." + id.replace("-", ""));
        if (!SourceVersion.isName(base) || !base.contains(".") || !base.equals(base.toLowerCase(Locale.ROOT))) {
            throw new Refused("“%s” is no package: name one by --package, as in org.example.hours.", base);
        }
        var taken = tree.packages();
        tree.descriptors().forEach((module, own) -> taken.put(own, "module “" + module + "”"));
        for (var other : taken.entrySet()) {
            if ((base + ".").startsWith(other.getKey() + ".") || (other.getKey() + ".").startsWith(base + ".")) {
                throw new Refused(
                        "The package %s lies in the way of %s, which has %s: name another by --package.",
                        base, other.getValue(), other.getKey());
            }
        }
        return base;
    }

    /** Goes into XML, Java texts and a properties file alike. */
    private String title(String option, String otherwise) throws Refused {
        var title = options.getOrDefault(option, otherwise);
        if (!title.matches("[\\p{L}\\p{N} ,.()（），、·-]{1,60}") || title.isBlank()) {
            throw new Refused("“%s” is no title: use letters, digits, spaces, commas and hyphens, 60 at most.", title);
        }
        return title.strip();
    }

    /** Two capitals that no other module's numbers begin with, from the letters of the id. */
    private String number(String id) throws IOException {
        var taken = new HashSet<>(Set.of("TP", "TN", "TO"));
        for (var migration : tree.below("module-", "sql")) {
            Pattern.compile("create_number\\('([A-Z]{2})'\\)")
                    .matcher(Files.readString(migration))
                    .results()
                    .forEach(found -> taken.add(found.group(1)));
        }
        var initials =
                Stream.of(id.split("-")).map(word -> word.substring(0, 1)).collect(Collectors.joining());
        var letters = (initials + id.substring(1) + "abcdefghijklmnopqrstuvwxyz").replaceAll("[^a-z]", "");
        return IntStream.range(1, letters.length())
                .mapToObj(i -> ("" + letters.charAt(0) + letters.charAt(i)).toUpperCase(Locale.ROOT))
                .filter(candidate -> !taken.contains(candidate))
                .findFirst()
                .orElse("ZZ");
    }

    private Map<String, String> files(ModuleNames names, boolean outside) throws IOException {
        var template = root.resolve("infra/module-template");
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(template)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                var path = template.relativize(file).toString().replace('\\', '/');
                if (!path.startsWith("target/")) {
                    files.put(names.in(path), names.in(Files.readString(file)));
                }
            }
        }
        files.computeIfPresent("pom.xml", (path, pom) -> outside ? ModulePoms.alone(pom) : ModulePoms.inTree(pom));
        if (outside) {
            files.put(".gitignore", "target/\n");
        }
        return files;
    }

    /** Beside the folder first, which then appears whole. */
    private static void write(Path folder, Map<String, String> files) throws IOException {
        Files.createDirectories(folder.getParent());
        var unfinished = Files.createTempDirectory(folder.getParent(), ".new-module-");
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (var file : files.entrySet()) {
            var path = unfinished.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Files.move(unfinished, folder);
    }

    /** The new names wrap lines elsewhere. A project of its own is formatted as its owner likes. */
    private void format(Path folder) throws IOException, InterruptedException {
        var format = root.resolve("infra/format");
        if (Files.isExecutable(format)) {
            new ProcessBuilder(format.toString(), folder.getFileName().toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
        }
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }
}

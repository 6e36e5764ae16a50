import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes the module of docs/module-guide.md by doing what the page says, as docs/README-steps describes it: the folder, the
 * page, where the module is made, and sources to be added to it are the arguments.
 */
final class BuildGuide {
    /** A block of code below the path of its file. */
    private static final Pattern BLOCK = Pattern.compile(
            "^(?:\\*\\*`([^`]+)`\\*\\*\n\n)?```([a-z]+)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private final Path root;
    private final Path outside;
    private int applied;

    private BuildGuide(Path root, Path outside) {
        this.root = root;
        this.outside = outside;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        var outside = Path.of(arguments[2]);
        clear(outside);
        Files.createDirectories(outside);
        var guide = new BuildGuide(Path.of(arguments[0]), outside);
        for (var block :
                BLOCK.matcher(Files.readString(Path.of(arguments[1]))).results().toList()) {
            guide.apply(Optional.ofNullable(block.group(1)), block.group(2), block.group(3));
        }
        guide.add(Path.of(arguments[3]));
        System.out.println(guide.applied + " blocks of the guide applied");
    }

    /** Copies sources into the module. */
    private void add(Path sources) throws IOException {
        try (var all = Files.walk(sources)) {
            for (var source : all.filter(Files::isRegularFile).toList()) {
                var copy = outside.resolve("module-consultation/src").resolve(sources.relativize(source));
                Files.createDirectories(copy.getParent());
                Files.copy(source, copy);
            }
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private void apply(Optional<String> path, String language, String text) throws IOException, InterruptedException {
        if (path.isEmpty()) {
            for (var line : language.equals("sh") ? text.lines().toList() : List.<String>of()) {
                run(line);
            }
            return;
        }
        var file = inside(path.get());
        if (language.equals("diff")) {
            Files.writeString(file, patched(Files.readString(file), text, path.get()));
        } else {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        applied++;
    }

    private Path inside(String path) {
        var file = outside.resolve(path).normalize();
        if (!file.startsWith(outside)) {
            throw new IllegalArgumentException(path + " leaves the module");
        }
        return file;
    }

    /** Of commands, those that change the module; others are for the reader. */
    private void run(String line) throws IOException, InterruptedException {
        if (line.startsWith("infra/new-module ")) {
            var command = "\"$0\"" + line.substring("infra/new-module".length()) + " --outside \"$1\"";
            var process = new ProcessBuilder(
                            "bash",
                            "-c",
                            command,
                            root.resolve("infra/new-module").toString(),
                            outside.toString())
                    .inheritIO()
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(line + " failed");
            }
            applied++;
        } else if (line.startsWith("rm ")) {
            for (var path : line.substring("rm ".length()).split(" ")) {
                remove(path);
            }
            applied++;
        }
    }

    private void remove(String path) throws IOException {
        var file = inside(path.replace("*", "any"));
        var name = Pattern.compile(
                Pattern.quote(path.substring(path.lastIndexOf('/') + 1)).replace("*", "\\E.*\\Q"));
        var removed = new ArrayList<Path>();
        try (var all = Files.list(file.getParent())) {
            all.filter(each -> name.matcher(each.getFileName().toString()).matches())
                    .forEach(removed::add);
        }
        if (removed.isEmpty()) {
            throw new IllegalArgumentException(path + " is not there to be removed");
        }
        for (var each : removed) {
            Files.delete(each);
        }
    }

    /** Changes the one place that each hunk shows; line numbers are not needed. */
    private static String patched(String text, String diff, String path) {
        var changed = text;
        for (var hunk : diff.split("(?m)^@@.*\n")) {
            if (hunk.isBlank()) {
                continue;
            }
            var before = side(hunk, '-');
            if (changed.indexOf(before) < 0 || changed.indexOf(before) != changed.lastIndexOf(before)) {
                throw new IllegalArgumentException(path + " has not once:\n" + before);
            }
            changed = changed.replace(before, side(hunk, '+'));
        }
        return changed;
    }

    private static String side(String hunk, char sign) {
        var text = new StringBuilder();
        hunk.lines()
                .filter(line -> line.isEmpty() || line.charAt(0) == ' ' || line.charAt(0) == sign)
                .forEach(line ->
                        text.append(line.isEmpty() ? "" : line.substring(1)).append('\n'));
        return text.toString();
    }
}

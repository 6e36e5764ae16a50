package org.tongban.devloop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Watches a module's folder and makes each saved state live (CO-5b). Arguments: the module's folder, the distribution, a
 * folder to work in, and the command that puts a jar in place and starts the server anew; it is called with the module's
 * id, the jar, and whether there are migrations.
 */
public final class DevLoop {
    private static final Duration LOOK = Duration.ofMillis(150);

    private final ModuleSources module;
    private final ModuleBuild build;
    private final List<String> command;
    private boolean compiled;
    private boolean migrated;
    private boolean running;

    private DevLoop(ModuleSources module, ModuleBuild build, List<String> command) {
        this.module = module;
        this.build = build;
        this.command = command;
    }

    /** Runs until it is ended; exit code 1 and one sentence where the folder holds no module. */
    public static void main(String... arguments) {
        try {
            var module = ModuleSources.in(Path.of(arguments[0]));
            var build = new ModuleBuild(module, Path.of(arguments[1]), Path.of(arguments[2]));
            new DevLoop(module, build, List.of(arguments).subList(3, arguments.length)).watch();
        } catch (IOException e) {
            System.err.println("The module in %s cannot be built: %s".formatted(arguments[0], e.getMessage()));
            System.exit(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() throws IOException, InterruptedException {
        var done = new Stamps(Map.of());
        while (true) {
            var now = settled();
            var changed = now.changedSince(done);
            if (!changed.isEmpty() && turned(changed, done.files().isEmpty())) {
                done = now;
            }
        }
    }

    /** Makes a turn; answers that there was none where a file vanished meanwhile, so that the folder is looked at again. */
    private boolean turned(Set<Path> changed, boolean first) throws IOException, InterruptedException {
        try {
            turn(changed, first);
            return true;
        } catch (NoSuchFileException e) {
            if (isOfTheModule(e)) {
                return false;
            }
            throw e;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException cause && isOfTheModule(cause)) {
                return false;
            }
            throw e;
        }
    }

    private boolean isOfTheModule(NoSuchFileException vanished) {
        var file = vanished.getFile();
        return file != null && Path.of(file).startsWith(module.folder());
    }

    /** Editors write a file in pieces and several files at a time: the state that stays for a moment. */
    private Stamps settled() throws IOException {
        var before = new Stamps(Map.of());
        while (true) {
            try {
                var now = module.stamps();
                if (now.equals(before)) {
                    return now;
                }
                before = now;
            } catch (NoSuchFileException | UncheckedIOException stillBeingWritten) {
                before = new Stamps(Map.of());
            }
            LockSupport.parkNanos(LOOK.toNanos() / 2);
        }
    }

    private void turn(Set<Path> changed, boolean first) throws IOException, InterruptedException {
        long began = System.nanoTime();
        if (!first && changed.contains(module.pom())) {
            say("the pom.xml has changed: end infra/dev with Ctrl-C and start it again.");
        }
        migrated &= changed.stream()
                .noneMatch(file -> file.startsWith(module.resources().resolve("db")));
        var errors = built(changed);
        if (!errors.isEmpty()) {
            errors.forEach(System.out::println);
            say("%d %s after %s s; %s"
                    .formatted(errors.size(), errors.size() == 1 ? "error" : "errors", since(began), rest()));
            return;
        }
        var jar = build.jar();
        var built = since(began);
        if (started(jar)) {
            running = true;
            migrated = true;
            say("live after %s s, of which %s s to build.".formatted(since(began), built));
        } else {
            say("did not start after %s s; %s".formatted(since(began), rest()));
        }
    }

    /** Compiles where that is needed, and answers the errors. */
    private List<String> built(Set<Path> changed) throws IOException {
        if (!compiled || changed.stream().anyMatch(file -> file.startsWith(module.java()))) {
            var errors = build.compile();
            compiled = errors.isEmpty();
            if (!compiled) {
                return errors;
            }
        }
        return build.assemble();
    }

    private String rest() {
        return running ? "the last good version goes on running." : "save a better version to start it.";
    }

    private boolean started(Path jar) throws IOException, InterruptedException {
        var line = new ArrayList<>(command);
        line.addAll(Arrays.asList(module.id(), jar.toString(), migrated ? "keep" : "migrate"));
        return new ProcessBuilder(line).inheritIO().start().waitFor() == 0;
    }

    private void say(String sentence) {
        System.out.println(module.id() + ": " + sentence);
    }

    private static String since(long began) {
        return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - began) / 1e9);
    }
}

package org.tongban.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Gives the clients a processor of their own, as if they were on another machine; without {@code taskset} it gives none. */
final class Processors {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String ALLOWED = "Cpus_allowed_list:";

    private final List<Integer> all;

    private Processors(List<Integer> all) {
        this.all = all;
    }

    /** Those that this process may use; none where that cannot be told. */
    static Processors allowed() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return new Processors(List.of());
        }
        try (var lines = Files.lines(STATUS)) {
            return new Processors(lines.filter(line -> line.startsWith(ALLOWED))
                    .flatMap(line ->
                            Stream.of(line.substring(ALLOWED.length()).strip().split(",")))
                    .flatMap(Processors::range)
                    .toList());
        }
    }

    private static Stream<Integer> range(String text) {
        var ends = text.split("-", 2);
        return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                .boxed();
    }

    /** Binds this process, and what it starts from now on, to all but the last. */
    boolean leaveTheLast() throws IOException, InterruptedException {
        return all.size() > 1 && bind(all.subList(0, all.size() - 1));
    }

    /** Binds this process to the last alone; what it started stays where it is. */
    boolean takeTheLast() throws IOException, InterruptedException {
        return all.size() > 1 && bind(List.of(all.getLast()));
    }

    /** Lets this process use all again. */
    void takeAll() throws IOException, InterruptedException {
        if (all.size() > 1) {
            bind(all);
        }
    }

    private static boolean bind(List<Integer> processors) throws IOException, InterruptedException {
        var list = String.join(",", processors.stream().map(String::valueOf).toList());
        var self = Long.toString(ProcessHandle.current().pid());
        try {
            return new ProcessBuilder("taskset", "-acp", list, self)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}

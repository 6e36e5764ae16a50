package org.tongban.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The steps of a guide, sent as they stand on the page: every {@code sh} block with curl is one request, and the comments
 * below it say what to expect and what to keep. {@code docs/README-steps} says how they are written.
 */
public final class Guide {
    private static final Pattern BLOCK = Pattern.compile("^```sh\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern GIVEN = Pattern.compile("# → ([A-Z_]+) = ([^.].*)");
    private static final Pattern SET = Pattern.compile("([A-Z_]+)=(\\S+)");

    private static final String LATER = "# a minute later\n";
    private static final String FACE_APP = "infra/face-app ";

    private final List<String> blocks;
    private final Runnable minute;

    private Guide(List<String> blocks, Runnable minute) {
        this.blocks = blocks;
        this.minute = minute;
    }

    /** Reads a page. */
    public static Guide read(Path page) {
        try {
            return new Guide(
                    BLOCK.matcher(Files.readString(page))
                            .results()
                            .map(found -> found.group(1))
                            .toList(),
                    () -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, which lets a minute pass for codes by this where the page says so. */
    public Guide withMinute(Runnable passes) {
        return new Guide(blocks, passes);
    }

    /** The blocks as they stand, to compare a page with its translation. */
    public List<String> blocks() {
        return blocks;
    }

    /**
     * Sends every step in order.
     *
     * @param variables what the page takes from elsewhere; what steps keep is added
     * @param folder what {@code @file} and {@code -o} are relative to
     * @return how many requests were sent
     */
    public int run(Api api, Map<String, String> variables, Path folder) {
        int sent = 0;
        for (var block : blocks) {
            var command = block.replace(LATER, "");
            if (!command.equals(block)) {
                minute.run();
            }
            if (command.stripLeading().startsWith("curl ")) {
                new GuideStep(command, variables, folder).run(api);
                sent++;
            } else if (command.startsWith(FACE_APP)) {
                new FaceAppStep(command, variables, folder).run(api);
            } else {
                set(block, variables);
            }
        }
        return sent;
    }

    private static void set(String block, Map<String, String> variables) {
        for (var line : block.lines().toList()) {
            var set = SET.matcher(line);
            var given = GIVEN.matcher(line);
            if (set.matches()) {
                variables.putIfAbsent(set.group(1), set.group(2));
            } else if (given.matches() && !variables.containsKey(given.group(1))) {
                throw new IllegalArgumentException("the page needs " + given.group(1) + ": " + given.group(2));
            }
        }
    }
}

package org.tongban.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Rewrites every Java source of the tree in its layout and prints the paths of those that changed. */
public final class FormatSources {
    private FormatSources() {}

    /** Takes no arguments; the tree is the one around the working folder. */
    public static void main(String[] arguments) {
        var tree = SourceTree.around(Path.of(""));
        var format = new JavaFormat();
        tree.texts().parallelStream().filter(SourceFile::isJava).forEach(source -> {
            var formatted = format.format(source);
            if (!formatted.equals(source.text())) {
                write(tree.root().resolve(source.path()), formatted);
                System.out.println(source.path());
            }
        });
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

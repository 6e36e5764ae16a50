package org.tongban.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Rewrites the Java sources of the tree in its layout and prints the paths of those that changed. */
public final class FormatSources {
    private FormatSources() {}

    /** Takes folders of the tree around the working folder; without any, it is the whole tree. */
    public static void main(String[] arguments) {
        var tree = SourceTree.around(Path.of(""));
        var format = new JavaFormat();
        var folders = List.of(arguments);
        tree.texts().parallelStream()
                .filter(SourceFile::isJava)
                .filter(source -> folders.isEmpty()
                        || folders.stream().anyMatch(folder -> source.path().startsWith(folder + "/")))
                .forEach(source -> {
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

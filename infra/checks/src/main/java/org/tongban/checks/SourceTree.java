package org.tongban.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The checkout: every file that git tracks or would take up, or all of a tree that came without git. */
public record SourceTree(Path root) {
    private static final Set<String> LEFT_OUT = Set.of(".git", ".data", ".idea", ".vscode", "target", "node_modules");

    /** Finds the root from a folder in the tree; fails where there is none above it. */
    public static SourceTree around(Path start) {
        for (var folder = start.toAbsolutePath().normalize(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("pom.xml")) && Files.isDirectory(folder.resolve("platform-core"))) {
                return new SourceTree(folder);
            }
        }
        throw new IllegalStateException(start + " lies in no checkout of Tongban");
    }

    /** Answers every file's path from the root, sorted. */
    public List<String> paths() {
        try {
            var listed = Files.exists(root.resolve(".git")) ? listedByGit() : Optional.<List<String>>empty();
            return listed.isPresent() ? listed.get() : walked();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers every file that is text in UTF-8. */
    public List<SourceFile> texts() {
        return paths().stream().flatMap(path -> read(path).stream()).toList();
    }

    /** Answers one file's text; empty where it is none or is not there. */
    public Optional<SourceFile> read(String path) {
        var file = root.resolve(path);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(new SourceFile(path, text));
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty where git is not installed or does not know the folder. */
    private Optional<List<String>> listedByGit() throws IOException {
        Process git;
        try {
            git = new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
                    .directory(root.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
        var output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (git.waitFor() != 0) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while git lists the files", e);
        }
        return Optional.of(List.of(output.split("\0", -1)).stream()
                .filter(path -> !path.isEmpty() && Files.isRegularFile(root.resolve(path)))
                .distinct()
                .sorted()
                .toList());
    }

    private List<String> walked() throws IOException {
        var found = new ArrayList<String>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                var name = folder.getFileName();
                return name != null && LEFT_OUT.contains(name.toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                found.add(root.relativize(file).toString().replace('\\', '/'));
                return FileVisitResult.CONTINUE;
            }
        });
        return found.stream().sorted().toList();
    }
}

package org.tongban.checks;

import java.util.List;

/** A text file of the tree: its path from the root, with slashes, and its content. */
public record SourceFile(String path, String text) {
    /** Answers the content in lines, without their ends. */
    public List<String> lines() {
        return text.lines().toList();
    }

    /** Answers whether this is Java. */
    public boolean isJava() {
        return path.endsWith(".java");
    }

    /** Answers whether this is Java that ships, no test. */
    public boolean isMainJava() {
        return isJava() && path.contains("src/main/java/") && !path.contains("src/test/");
    }

    /** Answers the folder from the root, which for Java stands for module and package. */
    public String folder() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** Answers the last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

package org.tongban.pages;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.tongban.checks.SourceFile;

/** Finds the tags of tests in their sources, read by the JDK's own parser. */
public final class TagScan extends TreeScanner<@Nullable Void, String> {
    private final SortedMap<String, List<TaggedTest>> found = new TreeMap<>();
    private String path = "";

    private TagScan() {}

    /** The tests by tag, in the order of files and of lines. */
    public static SortedMap<String, List<TaggedTest>> of(List<SourceFile> sources) {
        var scan = new TagScan();
        sources.stream()
                .filter(SourceFile::isJava)
                .filter(source -> source.path().contains("src/test/java/"))
                .filter(source -> source.text().contains("@Tag("))
                .forEach(scan::read);
        return scan.found;
    }

    private void read(SourceFile source) {
        path = source.path();
        parse(source).forEach(unit -> scan(unit, ""));
    }

    private static Iterable<? extends CompilationUnitTree> parse(SourceFile source) {
        var file = new SimpleJavaFileObject(URI.create("string:///" + source.path()), Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean lenient) {
                return source.text();
            }
        };
        var task = ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, problem -> {}, List.of("-proc:none"), null, List.of(file));
        try {
            return ((JavacTask) task).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, String outer) {
        var name = outer.isEmpty() ? type.getSimpleName().toString() : outer + "." + type.getSimpleName();
        take(type.getModifiers(), new TaggedTest(path, name, null));
        return super.visitClass(type, name);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, String type) {
        take(method.getModifiers(), new TaggedTest(path, type, method.getName().toString()));
        return super.visitMethod(method, type);
    }

    private void take(ModifiersTree modifiers, TaggedTest test) {
        modifiers.getAnnotations().stream()
                .filter(annotation -> annotation.getAnnotationType().toString().matches("(.*\\.)?Tag"))
                .forEach(annotation -> found.computeIfAbsent(value(annotation), tag -> new ArrayList<>())
                        .add(test));
    }

    private String value(AnnotationTree annotation) {
        ExpressionTree argument = annotation.getArguments().getFirst();
        if (argument instanceof AssignmentTree assignment) {
            argument = assignment.getExpression();
        }
        if (argument instanceof LiteralTree literal && literal.getValue() instanceof String tag) {
            return tag;
        }
        throw new IllegalArgumentException(path + " has a tag that is not written out: " + annotation);
    }
}

package org.tongban.checks;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;

/** The one layout of Java here: palantir-java-format, imports sorted and none unused; safe for concurrent use. */
public final class JavaFormat {
    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    /** Answers the source in that layout; fails with its path where it is not Java. */
    public String format(SourceFile source) {
        try {
            return formatter.formatSourceAndFixImports(source.text());
        } catch (FormatterException e) {
            throw new IllegalArgumentException(source.path() + " cannot be parsed: " + e.getMessage(), e);
        }
    }
}

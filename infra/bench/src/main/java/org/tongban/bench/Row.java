package org.tongban.bench;

import java.util.List;

/** A row of the table of what must be reached. */
public interface Row {
    /** As it stands in the table, say {@code PE-1}. */
    String id();

    /** What it measures, and against what. */
    String what();

    /** Measures it. */
    List<Figure> measure(Bench bench) throws Exception;
}

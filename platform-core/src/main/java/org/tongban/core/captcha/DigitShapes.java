package org.tongban.core.captcha;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.List;

/**
 * The ten digits as strokes of a pen in a field of {@link #WIDTH} by {@link #HEIGHT}. They need no font: a server may have
 * none, nor the library that looks for them.
 */
final class DigitShapes {
    static final int WIDTH = 60;
    static final int HEIGHT = 100;

    /** For each digit what the pen does: M moves, L draws a line, C a curve by two control points and its end. */
    private static final List<String> STROKES = List.of(
            "M 30 0 C 64 0 64 100 30 100 C -4 100 -4 0 30 0",
            "M 14 22 L 36 0 L 36 100",
            "M 6 28 C 6 -9 56 -9 54 28 C 53 52 20 65 6 100 L 56 100",
            "M 8 12 C 25 -8 56 0 52 25 C 50 44 32 47 24 47 C 40 47 58 54 56 76 C 52 108 14 104 5 86",
            "M 42 100 L 42 0 L 4 68 L 58 68",
            "M 52 0 L 14 0 L 10 44 C 28 32 58 40 56 70 C 54 104 14 106 5 86",
            "M 6 72 C 6 38 54 38 54 72 C 54 108 6 108 6 72 C 6 44 12 20 28 0",
            "M 5 0 L 55 0 L 22 100",
            "M 30 46 C 2 42 2 0 30 0 C 58 0 58 42 30 46 C -4 50 -4 100 30 100 C 64 100 64 50 30 46",
            "M 54 28 C 54 62 6 62 6 28 C 6 -8 54 -8 54 28 C 54 56 48 80 32 100");

    private DigitShapes() {}

    static Shape of(char digit) {
        var path = new Path2D.Double();
        var words = STROKES.get(digit - '0').split(" ");
        int next = 0;
        while (next < words.length) {
            var pen = words[next++];
            var points = new double[pen.equals("C") ? 6 : 2];
            for (int i = 0; i < points.length; i++) {
                points[i] = Double.parseDouble(words[next++]);
            }
            if (pen.equals("M")) {
                path.moveTo(points[0], points[1]);
            } else if (pen.equals("L")) {
                path.lineTo(points[0], points[1]);
            } else {
                path.curveTo(points[0], points[1], points[2], points[3], points[4], points[5]);
            }
        }
        return path;
    }
}

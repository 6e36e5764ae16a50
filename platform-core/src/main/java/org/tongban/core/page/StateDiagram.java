package org.tongban.core.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tongban.core.module.Language;
import org.tongban.core.module.Title;
import org.tongban.core.state.Move;
import org.tongban.core.state.State;
import org.tongban.core.state.StateMachine;

/**
 * A state machine drawn as a ladder: its states in a column, each move a line of its own beside it, labelled where it
 * leaves. All lengths are in SVG user units.
 *
 * @param id the machine's
 * @param rows its moves for reading: code, who, from, to
 */
public record StateDiagram(
        String id, String title, int width, int height, List<Box> boxes, List<Line> lines, List<List<String>> rows) {
    private static final Title DELETED = new Title("（删除）", "(deleted)");

    private static final int BOX = 220;
    private static final int LABELS = 190;
    private static final int LANE = 12;
    private static final int PORT = 20;
    private static final int LEAST = 2;
    private static final int PADDING = 8;
    private static final int GAP = 16;
    private static final int EDGE = 4;
    private static final int HALF = PORT / 2;

    /**
     * A state.
     *
     * @param first whether records begin there
     * @param last whether nothing leads out of it
     */
    public record Box(
            int y,
            int width,
            int height,
            int middle,
            int titleY,
            int codeY,
            String title,
            String code,
            boolean first,
            boolean last) {}

    /**
     * A move from one state.
     *
     * @param path its way, as the path data of SVG
     * @param labelY where its label stands
     */
    public record Line(String path, String label, int labelX, int labelY) {}

    private record Way(String label, int from, int to) {}

    /** Draws a machine in one language. */
    static StateDiagram of(StateMachine machine, Language language) {
        var states = machine.states();
        var ways = ways(machine);
        boolean deletes = ways.stream().anyMatch(way -> way.to() == states.size());
        int places = states.size() + (deletes ? 1 : 0);
        var tops = new int[places];
        var heights = new int[places];
        int y = EDGE;
        for (int place = 0; place < places; place++) {
            int index = place;
            long ports = ways.stream().filter(way -> way.from() == index).count()
                    + ways.stream().filter(way -> way.to() == index).count();
            tops[place] = y;
            heights[place] = (int) Math.max(LEAST, ports) * PORT + PADDING;
            y += heights[place] + GAP;
        }
        var boxes = new ArrayList<Box>();
        for (int place = 0; place < places; place++) {
            boxes.add(
                    place < states.size()
                            ? box(states.get(place), tops[place], heights[place], machine, language)
                            : box(tops[place], heights[place], DELETED.in(language), "", false, true));
        }
        return new StateDiagram(
                machine.id(),
                machine.title().in(language),
                BOX + LABELS + (ways.size() + 1) * LANE,
                y,
                boxes,
                lines(ways, tops),
                machine.moves().stream().map(move -> row(move, language)).toList());
    }

    private static Box box(State state, int top, int height, StateMachine machine, Language language) {
        return box(
                top,
                height,
                state.title().in(language),
                state.code(),
                state.equals(machine.initial()),
                state.isFinal());
    }

    private static Box box(int top, int height, String title, String code, boolean first, boolean last) {
        int middle = top + height / 2;
        return new Box(
                top,
                BOX - 2,
                height,
                BOX / 2,
                code.isEmpty() ? middle + EDGE : middle - 2,
                middle + HALF + EDGE,
                title,
                code,
                first,
                last);
    }

    private static List<Way> ways(StateMachine machine) {
        var places = machine.states().stream().map(State::code).toList();
        var ways = new ArrayList<Way>();
        for (var move : machine.moves()) {
            int to = move.to().map(state -> places.indexOf(state.code())).orElse(places.size());
            move.from().forEach(from -> ways.add(new Way(move.code(), places.indexOf(from.code()), to)));
        }
        return ways;
    }

    /** Each line leaves and arrives at a height of its own, so that no two labels meet. */
    private static List<Line> lines(List<Way> ways, int[] tops) {
        var used = new int[tops.length];
        var lines = new ArrayList<Line>();
        for (int lane = 0; lane < ways.size(); lane++) {
            var way = ways.get(lane);
            int leaves = tops[way.from()] + PADDING / 2 + HALF + PORT * used[way.from()]++;
            int arrives = tops[way.to()] + PADDING / 2 + HALF + PORT * used[way.to()]++;
            int across = LABELS + LANE * (lane + 1);
            lines.add(new Line(
                    "M%d %dh%dV%dH%d".formatted(BOX, leaves, across, arrives, BOX + 2),
                    way.label(),
                    BOX + PORT,
                    leaves - EDGE));
        }
        return lines;
    }

    private static List<String> row(Move<?> move, Language language) {
        return List.of(
                move.code(),
                move.by().title().in(language),
                move.from().stream().map(state -> state.title().in(language)).collect(Collectors.joining(" · ")),
                move.to().map(state -> state.title().in(language)).orElse(DELETED.in(language)));
    }

    /** The table of its moves, as the partial {@code page/table} shows it. */
    Component.Table table(List<String> columns) {
        return new Component.Table(title, columns, rows);
    }
}

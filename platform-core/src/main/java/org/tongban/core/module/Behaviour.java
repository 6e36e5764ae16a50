package org.tongban.core.module;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Matches behaviour to declarations: each declared id has exactly one bean, and no bean is without (CO-2). */
public final class Behaviour {
    private Behaviour() {}

    /**
     * The beans by the id that they belong to.
     *
     * @param what the word for them in the refusal, say {@code ReviewHandler}
     * @throws StartRefused with every fault at once, where one is missing, doubled or undeclared: a module's author
     *     should not start the platform once for each
     */
    public static <B> Map<String, B> of(
            String what, Collection<String> declared, Collection<? extends B> beans, Function<? super B, String> id) {
        var found = new LinkedHashMap<String, List<B>>();
        for (var bean : beans) {
            found.computeIfAbsent(id.apply(bean), key -> new ArrayList<>()).add(bean);
        }
        var faults = new ArrayList<String>();
        var matched = new HashMap<String, B>();
        for (var of : declared) {
            var own = found.getOrDefault(of, List.of());
            if (own.size() != 1) {
                faults.add(
                        own.isEmpty()
                                ? "“%s” is declared but has no %s".formatted(of, what)
                                : "“%s” has %d of %s: %s".formatted(of, own.size(), what, names(own)));
            } else if (matched.put(of, own.getFirst()) != null) {
                faults.add("“%s” is declared twice".formatted(of));
            }
        }
        found.keySet().removeAll(declared);
        found.forEach((of, strays) ->
                faults.add("the %s %s is for “%s”, which no module declares".formatted(what, names(strays), of)));
        if (!faults.isEmpty()) {
            throw new StartRefused(String.join("; ", faults) + ".");
        }
        return Map.copyOf(matched);
    }

    private static String names(List<?> beans) {
        return String.join(
                ", ", beans.stream().map(bean -> bean.getClass().getName()).toList());
    }
}

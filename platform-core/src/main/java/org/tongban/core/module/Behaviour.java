package org.tongban.core.module;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Matches behaviour to declarations: each declared id has exactly one bean, and no bean is without (CO-2). */
public final class Behaviour {
    private Behaviour() {}

    /**
     * The beans by the id that they belong to.
     *
     * @param what the word for them in the refusal, say {@code ReviewHandler}
     * @throws StartRefused where one is missing, doubled or undeclared
     */
    public static <B> Map<String, B> of(
            String what, Collection<String> declared, Collection<? extends B> beans, Function<? super B, String> id) {
        var found = new HashMap<String, B>();
        for (var bean : beans) {
            var of = id.apply(bean);
            if (!declared.contains(of)) {
                throw new StartRefused("The %s %s is for “%s”, which no module declares."
                        .formatted(what, bean.getClass().getName(), of));
            }
            var before = found.put(of, bean);
            if (before != null) {
                throw new StartRefused("“%s” has two of %s: %s and %s."
                        .formatted(
                                of,
                                what,
                                before.getClass().getName(),
                                bean.getClass().getName()));
            }
        }
        for (var of : declared) {
            if (!found.containsKey(of)) {
                throw new StartRefused("“%s” is declared but has no %s.".formatted(of, what));
            }
        }
        return Map.copyOf(found);
    }
}

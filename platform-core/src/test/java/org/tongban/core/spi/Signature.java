package org.tongban.core.spi;

import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The signature of one type with those nested in it, a line for each thing that a module's code may name. */
final class Signature {
    private static final String CORE = "org.tongban.core.";
    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

    private Signature() {}

    /** The lines of a type: itself first, its members by name, then the types nested in it. */
    static List<String> of(Class<?> type) {
        var lines = new ArrayList<String>();
        lines.add("type " + header(type));
        Stream.of(
                        members(type.getDeclaredConstructors()),
                        members(type.getDeclaredFields()),
                        members(type.getDeclaredMethods()))
                .flatMap(members -> members)
                .map(line -> "  " + line)
                .sorted()
                .forEach(lines::add);
        Stream.of(type.getDeclaredClasses())
                .filter(nested -> isOpen(nested.getModifiers()))
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .forEach(nested -> lines.addAll(of(nested)));
        return lines;
    }

    private static String header(Class<?> type) {
        var header = new StringBuilder(type.toGenericString());
        var above = type.getGenericSuperclass();
        if (above != null && !type.isRecord() && !type.isEnum() && above != Object.class) {
            header.append(" extends ").append(above.getTypeName());
        }
        append(header, " implements ", Stream.of(type.getGenericInterfaces()).map(Type::getTypeName));
        if (type.isSealed()) {
            append(header, " permits ", Stream.of(type.getPermittedSubclasses()).map(Class::getName));
        }
        return brief(header.toString());
    }

    private static void append(StringBuilder header, String word, Stream<String> names) {
        var joined = names.sorted().collect(Collectors.joining(", "));
        if (!joined.isEmpty()) {
            header.append(word).append(joined);
        }
    }

    private static <M extends Member> Stream<String> members(M[] members) {
        return Arrays.stream(members)
                .filter(member -> isOpen(member.getModifiers()) && !member.isSynthetic())
                .filter(member -> !OF_EVERY_OBJECT.contains(member.getName()))
                .map(member -> brief(text(member)));
    }

    private static String text(Member member) {
        return switch (member) {
            case Method method when method.getDefaultValue() != null -> method.toGenericString() + " default";
            case Executable executable -> executable.toGenericString();
            default -> ((Field) member).toGenericString();
        };
    }

    private static boolean isOpen(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String brief(String line) {
        return line.replace(CORE, "").replace("java.lang.", "").replace("java.util.", "");
    }
}

package org.tongban.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks for words where an installation leaves something: in every row of every table, and in every file (RL-12). */
final class Traces {
    private Traces() {}

    /** The tables and the words found in them, each by its name. */
    static List<String> inTables(Connection database, Map<String, String> words) throws SQLException {
        var found = new ArrayList<String>();
        for (var table : tables(database)) {
            for (var word : words.entrySet()) {
                // A row as text shows bytes in hexadecimal.
                var sql = "select count(*) from %s as r where position(? in r::text) > 0 or position(? in r::text) > 0"
                        + " or position(? in r::text) > 0";
                try (var statement = database.prepareStatement(sql.formatted(table))) {
                    statement.setString(1, word.getValue());
                    statement.setString(2, HexFormat.of().formatHex(bytes(word.getValue())));
                    statement.setString(3, base64(word.getValue()));
                    try (var rows = statement.executeQuery()) {
                        rows.next();
                        if (rows.getLong(1) > 0) {
                            found.add("%s in %s".formatted(word.getKey(), table));
                        }
                    }
                }
            }
        }
        return found;
    }

    /** Every table of core and modules. */
    static List<String> tables(Connection database) throws SQLException {
        return strings(database, """
            select quote_ident(n.nspname) || '.' || quote_ident(c.relname)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
            order by 1
            """);
    }

    /** Columns of bytes that are not declared sealed, though they hold what is sealed under a master key. */
    static List<String> sealedButNotDeclared(Connection database) throws SQLException {
        var undeclared = new ArrayList<String>();
        var plain = strings(database, """
            select quote_ident(n.nspname) || '.' || quote_ident(c.relname) || ' ' || quote_ident(a.attname)
            from pg_attribute a
            join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
            join pg_namespace n on n.oid = c.relnamespace
            where a.atttypid = 'bytea'::regtype and not a.attisdropped
              and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
            order by 1
            """);
        for (var column : plain) {
            var table = column.substring(0, column.indexOf(' '));
            var name = column.substring(column.indexOf(' ') + 1);
            var sealed = strings(database, """
                select 1 from %s
                where substring(%s from 1 for 5) in (select substring(value from 1 for 5) from core.secret)
                limit 1
                """.formatted(table, name));
            if (!sealed.isEmpty()) {
                undeclared.add(table + "." + name);
            }
        }
        return undeclared;
    }

    /** The files below a folder and the words found in them, each by its name. */
    static List<String> inFiles(Path folder, List<String> butNot, Map<String, String> words) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !butNot.contains(file.getFileName().toString()))
                    .flatMap(file -> inFile(folder, file, words))
                    .toList();
        }
    }

    private static Stream<String> inFile(Path folder, Path file, Map<String, String> words) {
        try {
            // One character a byte: a position in the text is one in the file.
            var content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return words.entrySet().stream()
                    .filter(word ->
                            content.contains(latin(word.getValue())) || content.contains(base64(word.getValue())))
                    .map(word -> "%s in %s".formatted(word.getKey(), folder.relativize(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> strings(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static String latin(String word) {
        return new String(bytes(word), StandardCharsets.ISO_8859_1);
    }

    /** Without its end, which depends on what follows. */
    private static String base64(String word) {
        var whole = bytes(word).length / 3 * 3;
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes(word), whole));
    }

    private static byte[] bytes(String word) {
        return word.getBytes(StandardCharsets.UTF_8);
    }
}

package org.tongban.core.crypto;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the columns of type {@code core.sealed}, of whichever module: the only place where a table is changed
 * by who does not own it. A value's meaning stays; only its seal is another.
 */
@Singleton
class SealedColumns {
    private final JdbcOperations jdbc;

    SealedColumns(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A column.
     *
     * @param table with its schema, quoted where it must be
     * @param key the column of the primary key, quoted likewise
     * @param keyType its type
     * @param place what values are sealed for, before the key of their row
     */
    record Column(String table, String name, String key, String keyType, String place) {}

    /** A value that is sealed under another key. */
    record Value(String key, Encrypted sealed) {}

    /** Every sealed column of the database. */
    List<Column> all() {
        return jdbc.prepareStatement("""
            select quote_ident(n.nspname) || '.' || quote_ident(c.relname), quote_ident(a.attname),
                quote_ident(k.attname), format_type(k.atttypid, null),
                coalesce(
                    substring(col_description(c.oid, a.attnum) from '^sealed for (\\S+)'),
                    n.nspname || '.' || c.relname || '.' || a.attname)
            from pg_attribute a
            join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
            join pg_namespace n on n.oid = c.relnamespace
            join pg_index i on i.indrelid = c.oid and i.indisprimary and i.indnkeyatts = 1
            join pg_attribute k on k.attrelid = c.oid and k.attnum = i.indkey[0]
            where a.atttypid = 'core.sealed'::regtype and not a.attisdropped
            order by 1, 2\
            """, statement -> {
            try (var row = statement.executeQuery()) {
                var columns = new ArrayList<Column>();
                while (row.next()) {
                    columns.add(new Column(
                            row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
                }
                return columns;
            }
        });
    }

    /**
     * Values that are not sealed under a key, in the order of their rows.
     *
     * @param keyId the key's id as it stands in sealed values
     * @param after the row behind which to go on; null for the first
     */
    List<Value> notUnder(Column column, byte[] keyId, @Nullable String after, int most) {
        var sql = """
            select cast(%2$s as text), %3$s from %1$s
            where octet_length(%3$s) > 0 and substring(%3$s from 2 for %5$d) <> ? and (? or %2$s > cast(? as %4$s))
            order by %2$s limit ?\
            """.formatted(column.table(), column.key(), column.name(), column.keyType(), keyId.length);
        return jdbc.prepareStatement(sql, statement -> {
            statement.setBytes(1, keyId);
            statement.setBoolean(2, after == null);
            statement.setString(3, after);
            statement.setInt(4, most);
            try (var row = statement.executeQuery()) {
                var values = new ArrayList<Value>();
                while (row.next()) {
                    values.add(new Value(row.getString(1), Encrypted.of(row.getBytes(2))));
                }
                return values;
            }
        });
    }

    /** Puts the value in the place of the one that was read; false where that was changed since. */
    boolean replace(Column column, Value read, Encrypted by) {
        var sql = "update %1$s set %3$s = ? where %2$s = cast(? as %4$s) and %3$s = ?"
                .formatted(column.table(), column.key(), column.name(), column.keyType());
        return jdbc.prepareStatement(sql, statement -> {
            statement.setBytes(1, by.bytes());
            statement.setString(2, read.key());
            statement.setBytes(3, read.sealed().bytes());
            return statement.executeUpdate() > 0;
        });
    }
}

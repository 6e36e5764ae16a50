package org.tongban.core.reference;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongban.core.module.Title;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;

/** Reads a file of a reference set whole: all its rows, or every reason against it (CO-70). */
final class ReferenceCsv {
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final CodeShape shape;
    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, ReferenceRow> rows = new LinkedHashMap<>();
    private final List<ReferenceRow> inOrder = new ArrayList<>();

    private ReferenceCsv(CodeShape shape) {
        this.shape = shape;
    }

    /**
     * The rows of a file in UTF-8 or GB18030.
     *
     * @throws DomainException {@link ReferenceError#FILE_REFUSED} with every violation, pointers {@code /rows/line/column}
     */
    static List<ReferenceRow> read(byte[] bytes, CodeShape shape) {
        var csv = new ReferenceCsv(shape);
        csv.readAll(bytes);
        if (!csv.violations.isEmpty()) {
            throw DomainException.of(ReferenceError.FILE_REFUSED, csv.violations);
        }
        return csv.inOrder;
    }

    private void readAll(byte[] bytes) {
        var text = CHARSETS.stream()
                .flatMap(charset -> decoded(bytes, charset).stream())
                .findFirst();
        if (text.isEmpty()) {
            refuse("", "encoding", "文件编码应为UTF-8或GB18030", "The file is neither UTF-8 nor GB18030");
            return;
        }
        var records = records(text.get());
        if (records.isEmpty()) {
            return;
        }
        var header = records.getFirst().getFields().stream().map(String::strip).toList();
        for (var column : ReferenceRow.REQUIRED) {
            if (!header.contains(column)) {
                refuse("/header", "column-missing", "首行缺少列 " + column, "The first line lacks the column " + column);
            }
        }
        if (violations.isEmpty()) {
            records.stream().skip(1).forEach(row -> read(row, header));
            rows.values().forEach(this::checkParent);
        }
        if (violations.isEmpty() && rows.isEmpty()) {
            refuse("/rows", "empty", "文件没有数据行", "The file has no rows");
        }
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            var text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private List<CsvRecord> records(String text) {
        try (var reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            var records = reader.stream().toList();
            if (records.isEmpty()) {
                refuse("/rows", "empty", "文件是空的", "The file is empty");
            }
            return records;
        } catch (CsvParseException broken) {
            refuse("/rows", "csv", "文件不是有效的CSV，引号使用有误", "The file is no CSV: a quote stands where none may");
            return List.of();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void read(CsvRecord record, List<String> header) {
        var line = record.getStartingLineNumber();
        if (record.getFieldCount() != header.size()) {
            refuse(
                    "/rows/" + line,
                    "field-count",
                    "应有%d列，实有%d列".formatted(header.size(), record.getFieldCount()),
                    "%d columns instead of %d".formatted(record.getFieldCount(), header.size()));
            return;
        }
        var fields = new HashMap<String, String>();
        for (var i = 0; i < header.size(); i++) {
            fields.put(header.get(i), record.getField(i));
        }
        var row = ReferenceRow.read(line, fields, shape, violations);
        inOrder.add(row);
        if (rows.putIfAbsent(row.code(), row) != null) {
            refuse(row.pointer() + "code", "duplicate", "代码重复", "The code stands twice");
        }
    }

    /** A level above the code's own, in the file too: so nothing can stand below itself. */
    private void checkParent(ReferenceRow row) {
        if (!shape.fits(row.code())) {
            return;
        }
        var level = shape.levelOf(row.code());
        var pointer = row.pointer() + "parent";
        if (row.parent() == null) {
            if (level > 1) {
                refuse(pointer, "parent-missing", "缺少上级代码", "The code above it is missing");
            }
        } else if (!rows.containsKey(row.parent())) {
            refuse(pointer, "parent-unknown", "文件中没有该上级代码", "The file does not hold the code above it");
        } else if (shape.fits(row.parent()) && shape.levelOf(row.parent()) != level - 1) {
            refuse(pointer, "parent-level", "上级代码的层级不正确", "The code above it is not of the level above");
        }
    }

    private void refuse(String pointer, String code, String zh, String en) {
        violations.add(new Violation(pointer, code, new Title(zh, en)));
    }
}

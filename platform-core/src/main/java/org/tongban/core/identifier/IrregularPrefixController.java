package org.tongban.core.identifier;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.identifier.IrregularPrefixRepository.Prefix;
import org.tongban.core.module.CoreModule;
import org.tongban.core.module.Title;
import org.tongban.core.web.Audited;
import org.tongban.core.web.Checked;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Open;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Versioned;
import org.tongban.core.web.Violation;
import org.tongban.core.web.Write;

/** The table of irregular issues of credit codes: read by forms anywhere, kept by administrators (CO-72). */
@Controller("/api/platform/v1/identifiers/irregular-prefixes")
class IrregularPrefixController {
    /** What the audit trail knows the one table by. */
    private static final UUID TABLE = new UUID(0, 0);

    /** Less than registrar and division would let wrong codes of the whole country pass. */
    private static final String PREFIX = "^[0-9A-HJ-NPQRTUWXYa-hj-npqrtuwxy]{8,17}$";

    private final IrregularPrefixRepository repository;
    private final CreditCodes codes;

    IrregularPrefixController(IrregularPrefixRepository repository, CreditCodes codes) {
        this.repository = repository;
        this.codes = codes;
    }

    /** The table as it is, or is to be. */
    @Serdeable
    @Schema(name = "IrregularPrefixes")
    record Table(@ArraySchema(maxItems = 500) List<Line> prefixes) implements Audited, Versioned {
        static Table of(List<Prefix> rows) {
            return new Table(
                    rows.stream().map(row -> new Line(row.prefix(), row.note())).toList());
        }

        @Override
        public long version() {
            return Versioned.ofContent(prefixes);
        }

        @Override
        public String auditSubject() {
            return "platform/irregular-prefixes";
        }

        @Override
        public UUID auditId() {
            return TABLE;
        }

        @Override
        public Map<String, Object> auditDigest() {
            return Map.of("prefixes", prefixes.stream().map(Line::prefix).toList());
        }
    }

    /** Codes that begin so may have another outer digit than the standard's, if the inner one is right. */
    @Serdeable
    @Schema(name = "IrregularPrefix")
    record Line(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = PREFIX, example = "91350203M0")
            String prefix,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    maxLength = 200,
                    pattern = "^[^\\u0000-\\u001f\\u007f]*$",
                    example = "厦门早期发放的代码")
            String note) {}

    /** The prefixes of credit codes whose 18th character may be wrong. */
    @Open
    @Read
    @Get
    Table listIrregularPrefixes() {
        return Table.of(repository.all());
    }

    /** Replaces the table of irregular prefixes. */
    @Permitted(CoreModule.IMPORT)
    @Write(action = "platform.irregular-prefixes.change")
    @Put
    HttpResponse<Table> changeIrregularPrefixes(@Body @Checked Table body) {
        codes.replace(folded(body));
        return HttpResponse.ok(Table.of(repository.all()));
    }

    private static List<Prefix> folded(Table body) {
        var rows = new ArrayList<Prefix>();
        var violations = new ArrayList<Violation>();
        var seen = new HashSet<String>();
        for (var i = 0; i < body.prefixes().size(); i++) {
            var line = body.prefixes().get(i);
            var prefix = Folding.identifier(line.prefix());
            if (!seen.add(prefix)) {
                var pointer = "/prefixes/" + i + "/prefix";
                violations.add(new Violation(pointer, "duplicate", new Title("前缀重复", "The prefix stands twice")));
            }
            rows.add(new Prefix(prefix, line.note()));
        }
        if (!violations.isEmpty()) {
            throw DomainException.of(CoreError.INVALID_INPUT, violations);
        }
        return rows;
    }
}

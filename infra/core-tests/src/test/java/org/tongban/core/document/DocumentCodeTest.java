package org.tongban.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.web.Ids;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** No two documents have one code (CO-60): who draws one that is taken has to hear of it to draw another. */
@TongbanTest
@Tag("CO-60")
class DocumentCodeTest {
    private final Issuer issuer;
    private final DocumentRepository repository;

    DocumentCodeTest(Tongban tongban) {
        this.issuer = new Issuer(tongban);
        this.repository = tongban.context().getBean(DocumentRepository.class);
    }

    @Test
    void a_code_that_is_taken_is_said_to_be() {
        var row = repository.find(issuer.issued(issuer.today(), null).id()).orElseThrow();
        assertThat(issuer.inOne(() -> insert(row, row.code()))).isEmpty();
        assertThat(issuer.inOne(() -> insert(row, "0000000000000000"))).hasSize(1);
    }

    private Set<UUID> insert(DocumentRow row, String code) {
        return repository.insert(List.of(new DocumentRow(
                Ids.next(),
                code,
                row.template(),
                row.number(),
                row.titleZh(),
                row.titleEn(),
                row.holder(),
                row.issuer(),
                row.account(),
                row.subjectType(),
                row.subject(),
                row.facts(),
                row.validFrom(),
                row.validUntil(),
                row.issuedAt(),
                null,
                null,
                null,
                row.foundByNumber(),
                null,
                null)));
    }
}

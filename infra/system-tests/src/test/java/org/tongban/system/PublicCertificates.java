package org.tongban.system;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.tongban.core.document.DocumentFact;
import org.tongban.core.document.IssuedDocument;
import org.tongban.core.document.IssuedDocuments;
import org.tongban.core.document.NewDocument;
import org.tongban.core.file.RecordRef;
import org.tongban.core.identifier.Numbers;
import org.tongban.core.module.Title;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Tongban;

/** Certificates in each of their states, to be found by their number. */
final class PublicCertificates {
    private final Tongban tongban;
    private final IssuedDocuments documents;
    private final LocalDate today;

    PublicCertificates(Tongban tongban) {
        this.tongban = tongban;
        this.documents = tongban.context().getBean(IssuedDocuments.class);
        this.today = tongban.context().getBean(BusinessClock.class).today();
    }

    IssuedDocument valid() {
        return inOne(() -> documents.issue(document(today, today.plusYears(3))));
    }

    IssuedDocument expired() {
        return inOne(() -> documents.issue(document(today.minusYears(3), today.minusDays(1))));
    }

    IssuedDocument revoked() {
        var revoked = valid();
        return inOne(() -> {
            documents.revoke(revoked.id());
            return revoked;
        });
    }

    IssuedDocument superseded() {
        var superseded = valid();
        return inOne(() -> {
            documents.supersede(superseded.id(), document(today, today.plusYears(3)));
            return superseded;
        });
    }

    private NewDocument document(LocalDate from, LocalDate until) {
        return new NewDocument(
                        "product-filing/recognition",
                        tongban.context().getBean(Numbers.class).next("RD"),
                        new Title("专利密集型产品认定证书", "Certificate of a patent-intensive product"),
                        "示例轨道交通装备股份有限公司",
                        "国家专利密集型产品备案认定试点平台",
                        null,
                        new RecordRef("product-filing/recognition", Ids.next()),
                        from,
                        until,
                        List.of(DocumentFact.shown("product", new Title("产品名称", "Product"), "高速列车轮对检测装置")))
                .withPublicNumber();
    }

    private <T> T inOne(Supplier<T> work) {
        return tongban.context().getBean(Transactions.class).write(work);
    }
}

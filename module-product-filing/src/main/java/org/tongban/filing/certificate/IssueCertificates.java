package org.tongban.filing.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tongban.core.account.Organisation;
import org.tongban.core.document.DocumentFact;
import org.tongban.core.document.IssuedDocument;
import org.tongban.core.document.IssuedDocuments;
import org.tongban.core.document.NewDocument;
import org.tongban.core.file.RecordRef;
import org.tongban.core.form.Documents;
import org.tongban.core.module.Title;
import org.tongban.core.reference.ReferenceSets;
import org.tongban.core.web.Columns;
import org.tongban.filing.product.Product;
import org.tongban.filing.recognition.Recognition;
import org.tongban.filing.recognition.RecognitionCertificates;
import org.tongban.filing.recognition.RecognitionState;
import org.tongban.filing.recognition.Recognitions;

/**
 * Certificates as documents of the platform (PF-52, CO-60). They lie in no account's inbox: the unit keeps them where an
 * account leaves it.
 */
@Singleton
class IssueCertificates implements RecognitionCertificates {
    private static final String TEMPLATE = "product-filing/recognition";
    private static final Title TITLE = new Title("专利密集型产品认定证书", "Certificate of a patent-intensive product");

    private final IssuedDocuments documents;
    private final CertificateRepository recognitions;
    private final OpenListRepository openList;
    private final ReferenceSets sets;
    private final String issuer;

    IssueCertificates(
            IssuedDocuments documents,
            CertificateRepository recognitions,
            OpenListRepository openList,
            ReferenceSets sets,
            @Value("${platform.product-filing.certificate-issuer:专利密集型产品认定管理中心}") String issuer) {
        this.documents = documents;
        this.recognitions = recognitions;
        this.openList = openList;
        this.sets = sets;
        this.issuer = issuer;
    }

    @Override
    public void issue(List<Due> due) {
        var ids = Columns.of(due, one -> one.recognition().id());
        var products = Columns.of(due, one -> one.product().id());
        openList.keep(ids, products);
        var issued = documents.issueAll(due.stream()
                .map(one -> document(one.recognition(), one.product(), one.organisation()))
                .toList());
        // They have been superseded by the recognitions that these are of already.
        var formers = recognitions.before(products, ids).stream()
                .filter(before -> before.state() == RecognitionState.SUPERSEDED)
                .collect(Collectors.toMap(Certified::product, Certified::id));
        if (formers.isEmpty()) {
            return;
        }
        var held = documents.latest(Set.copyOf(formers.values()), TEMPLATE);
        var nextOf = new HashMap<UUID, UUID>();
        for (int i = 0; i < due.size(); i++) {
            var former = formers.get(due.get(i).product().id());
            var document = former == null ? null : held.get(former);
            if (document != null) {
                nextOf.put(document.id(), issued.get(i).id());
            }
        }
        documents.supersedeAll(nextOf);
    }

    @Override
    public void revoke(Recognition recognition) {
        documents.revoke(of(recognition.id()).orElseThrow().id(), Objects.requireNonNull(recognition.revokedBy()));
    }

    @Override
    public void restore(Recognition recognition) {
        documents.reinstate(of(recognition.id()).orElseThrow().id());
    }

    /** The certificate of a recognition. */
    Optional<IssuedDocument> of(UUID recognition) {
        return documents.latest(recognition, TEMPLATE);
    }

    private NewDocument document(Recognition recognition, Product product, Organisation organisation) {
        return new NewDocument(
                        TEMPLATE,
                        recognition.requireCertificateNumber(),
                        TITLE,
                        organisation.name(),
                        issuer,
                        null,
                        new RecordRef(Recognitions.RECORD, recognition.id()),
                        recognition.requireRecognisedOn(),
                        recognition.requireValidUntil(),
                        facts(product, organisation))
                .withPublicNumber();
    }

    /** Nothing that is not public of a filed product (PF-70). */
    private List<DocumentFact> facts(Product product, Organisation organisation) {
        var fields = Documents.read(product.product());
        var facts = new ArrayList<DocumentFact>();
        facts.add(DocumentFact.shown("product", new Title("产品名称", "Product"), product.name()));
        facts.add(DocumentFact.shown(
                "model", new Title("规格型号", "Model"), fields.path("model").asText()));
        add(facts, fields, "categoryCode", new Title("产品分类", "Category"), "product-category");
        add(facts, fields, "industryCode", new Title("所属行业", "Industry"), "gbt4754");
        facts.add(DocumentFact.shown("filingNumber", new Title("备案号", "Filing number"), product.number()));
        facts.add(DocumentFact.shown(
                "creditCode",
                new Title("统一社会信用代码", "Unified social credit code"),
                organisation.code().text()));
        return facts;
    }

    private void add(List<DocumentFact> facts, JsonNode fields, String name, Title title, String set) {
        var code = fields.path(name).asText();
        sets.title(set, code).ifPresent(value -> facts.add(DocumentFact.shown(name, title, value)));
    }
}

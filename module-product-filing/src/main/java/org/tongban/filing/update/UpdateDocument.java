package org.tongban.filing.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.tongban.core.form.Documents;
import org.tongban.core.module.Title;
import org.tongban.core.web.Violation;
import org.tongban.filing.file.HeldFiles.Use;
import org.tongban.filing.product.DataYears;
import org.tongban.filing.product.Product;
import org.tongban.filing.product.ProductPart;
import org.tongban.filing.product.Renewal;

/** The document of an update, and what it makes of the product's parts (Fields 5.4). */
final class UpdateDocument {
    private static final String PRODUCT = "product";
    private static final String PATENTS = "patents";
    private static final String DECLARATIONS = "declarations";
    private static final String ECONOMIC_PROOF = "economicProof";
    private static final String PICTURE_SLOT = "product-filing/picture";
    private static final String PROOF_SLOT = "product-filing/pdf-20";
    private static final List<String> YEARLY =
            Stream.concat(DataYears.FIGURES.stream(), DataYears.METHOD.stream()).toList();
    private static final Title OTHER_EVIDENCE = new Title(
            "该产品分类须另有许可证或认证证明，不能通过更新改为此分类，请另行备案。", "This category needs other evidence: file the product anew.");

    private UpdateDocument() {}

    /** The parts with the update's figures, and with what it says is changed. */
    static Renewal renewal(Product product, JsonNode document, int dataYear) {
        ObjectNode fields = changed(document, "productUnchanged", PRODUCT)
                ? changedFields(product, document)
                : Documents.read(product.part(ProductPart.PRODUCT)).deepCopy();
        fields.remove(YEARLY);
        YEARLY.stream().filter(document::hasNonNull).forEach(field -> fields.set(field, document.get(field)));
        JsonNode patents = Documents.read(product.part(ProductPart.PATENTS));
        if (changed(document, "patentsUnchanged", PATENTS)) {
            patents = JsonNodeFactory.instance.objectNode().set(PATENTS, document.get(PATENTS));
        }
        ObjectNode evidence = Documents.read(product.part(ProductPart.EVIDENCE)).deepCopy();
        evidence.set(ECONOMIC_PROOF, document.path(ECONOMIC_PROOF).deepCopy());
        return new Renewal(fields, patents, evidence, dataYear);
    }

    /** What was declared at the filing still holds. */
    private static ObjectNode changedFields(Product product, JsonNode document) {
        ObjectNode fields = document.get(PRODUCT).deepCopy();
        var declared = Documents.read(product.part(ProductPart.PRODUCT)).path(DECLARATIONS);
        fields.set(DECLARATIONS, declared);
        return fields;
    }

    private static boolean changed(JsonNode document, String unchanged, String part) {
        return document.hasNonNull(part) && !document.path(unchanged).asBoolean();
    }

    /** What breaks the rules of a filing, at the places of an update. */
    static List<Violation> located(List<Violation> ofFiling) {
        return ofFiling.stream().map(UpdateDocument::located).distinct().toList();
    }

    private static Violation located(Violation violation) {
        var pointer = violation.pointer();
        if (pointer.startsWith("/evidence")) {
            return new Violation("/product/categoryCode", "other-evidence", OTHER_EVIDENCE);
        }
        return YEARLY.stream()
                .filter(field -> pointer.equals("/product/" + field))
                .findFirst()
                .map(field -> new Violation("/" + field, violation.code(), violation.message()))
                .orElse(violation);
    }

    /** The files that it names. */
    static List<Use> files(JsonNode document) {
        var product = document.path(PRODUCT);
        return Stream.of(
                        Use.in(product, "mainPicture", PICTURE_SLOT, "/" + PRODUCT),
                        Use.in(product, "otherPictures", PICTURE_SLOT, "/" + PRODUCT),
                        Use.in(document, ECONOMIC_PROOF, PROOF_SLOT, ""))
                .flatMap(List::stream)
                .toList();
    }
}

package org.tongban.filing.product;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tongban.core.file.RecordRef;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Violation;
import org.tongban.filing.file.HeldFiles;
import org.tongban.filing.file.HeldFiles.Use;

/** The files that a filing's parts name (CO-36, CO-37). */
@Singleton
class FiledFiles {
    /** The kind of record that holds a filing's files. */
    static final String RECORD = "product-filing/product";

    private static final List<Field> FIELDS = List.of(
            new Field(ProductPart.PRODUCT, "mainPicture", "product-filing/picture"),
            new Field(ProductPart.PRODUCT, "otherPictures", "product-filing/picture"),
            new Field(ProductPart.EVIDENCE, "economicProof", "product-filing/pdf-20"),
            new Field(ProductPart.EVIDENCE, "productionLicence", "product-filing/pdf-20"),
            new Field(ProductPart.EVIDENCE, "certificationProof", "product-filing/pdf-20"),
            new Field(ProductPart.EVIDENCE, "introductionPictures", "product-filing/picture"),
            new Field(ProductPart.EVIDENCE, "introductionVideos", "product-filing/video"));

    private final HeldFiles files;

    FiledFiles(HeldFiles files) {
        this.files = files;
    }

    /** A field of a part that names files of a slot. */
    private record Field(ProductPart part, String name, String slot) {}

    /** Takes what the new draft names, and gives back what it names no more. */
    void keep(Caller caller, Product before, Product after) {
        files.keep(caller, record(after), uses(before), uses(after), Set.of());
    }

    /** What is wrong with the files of a submission, at their fields. */
    List<Violation> check(Caller caller, Product product) {
        return files.check(caller, record(product), uses(product), Set.of());
    }

    /** Gives all files to the filing and makes them immutable. */
    void seal(Product product) {
        files.seal(record(product), uses(product), Set.of());
    }

    /** All files that a filing names, whatever record holds them. */
    static Set<UUID> of(Product product) {
        return HeldFiles.of(uses(product));
    }

    private static RecordRef record(Product product) {
        return new RecordRef(RECORD, product.id());
    }

    private static List<Use> uses(Product product) {
        var documents = new EnumMap<ProductPart, JsonNode>(ProductPart.class);
        return FIELDS.stream()
                .flatMap(field -> Use.in(
                        documents.computeIfAbsent(field.part, part -> Documents.read(product.part(part))),
                        field.name,
                        field.slot,
                        "/" + field.part.code())
                        .stream())
                .toList();
    }
}

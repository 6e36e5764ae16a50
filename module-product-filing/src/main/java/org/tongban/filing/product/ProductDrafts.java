package org.tongban.filing.product;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.draft.Drafts;
import org.tongban.core.file.Files;
import org.tongban.core.file.RecordRef;
import org.tongban.core.web.Caller;
import org.tongban.filing.FilingActor;
import org.tongban.filing.unit.FilingUnit;

/** Drafts of filings: whoever saved last is reminded of them, and each goes with its files (CO-37, PF-80). */
@Singleton
class ProductDrafts {
    private final ProductRepository products;
    private final Drafts drafts;
    private final Files files;
    private final ProductMatters matters;

    ProductDrafts(ProductRepository products, Drafts drafts, Files files, ProductMatters matters) {
        this.products = products;
        this.drafts = drafts;
        this.files = files;
        this.matters = matters;
    }

    /** Notes a save; what was submitted once is no draft that expires. */
    void keep(Caller caller, Product product) {
        keepDraft(caller, product);
        matters.note(product);
    }

    /** The same, of a unit that has been read already. */
    void keep(Caller caller, FilingUnit unit, Product product) {
        keepDraft(caller, product);
        matters.note(unit, product);
    }

    private void keepDraft(Caller caller, Product product) {
        if (product.state() == ProductState.DRAFT) {
            drafts.keep(record(product.id()), caller.account(), Documents.nameOf(product));
        }
    }

    /** Ends the draft that is submitted. */
    void close(Product submitted) {
        drafts.close(record(submitted.id()));
    }

    /** Deletes a filing that its unit gives up. */
    void delete(UUID product) {
        var found = products.lock(product).orElseThrow();
        ProductMove.DELETE.check(found.state(), FilingActor.UNIT);
        products.delete(product);
        files.discard(record(product));
        drafts.close(record(product));
        matters.close(product);
    }

    /** Deletes a filing that was never submitted and nobody touched; its files and its draft end elsewhere. */
    void expire(UUID product) {
        var state = products.lock(product).orElseThrow().state();
        if (state != ProductState.DRAFT) {
            throw new IllegalStateException("the filing stands at " + state.code());
        }
        products.delete(product);
        matters.close(product);
    }

    private static RecordRef record(UUID product) {
        return new RecordRef(FiledFiles.RECORD, product);
    }
}

package org.tongban.filing.product;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.form.FormUpgrade;
import org.tongban.core.form.Forms;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.filing.unit.FilingUnits;

/** Takes a filing that its unit may still change to the newest versions of its forms (CO-32). */
@Singleton
class UpgradeDraft {
    private final FilingUnits units;
    private final ProductRepository products;
    private final FiledFiles files;
    private final ProductDrafts drafts;
    private final Forms forms;
    private final BusinessClock clock;

    UpgradeDraft(
            FilingUnits units,
            ProductRepository products,
            FiledFiles files,
            ProductDrafts drafts,
            Forms forms,
            BusinessClock clock) {
        this.units = units;
        this.products = products;
        this.files = files;
        this.drafts = drafts;
        this.forms = forms;
        this.clock = clock;
    }

    /** What each part of which there is a newer version comes to in it; nothing is stored. */
    Map<ProductPart, FormUpgrade> look(Product product) {
        var upgrades = new EnumMap<ProductPart, FormUpgrade>(ProductPart.class);
        if (product.state().isEditable()) {
            for (var part : ProductPart.values()) {
                forms.upgrade(product.form(part), Documents.read(product.part(part)))
                        .ifPresent(upgrade -> upgrades.put(part, upgrade));
            }
        }
        return upgrades;
    }

    /** Moves all parts of which there is a newer version; the filing stays as it is where there is none. */
    Product move(Caller caller, UUID id) {
        units.verified(caller);
        var before = products.lock(id).orElseThrow();
        before.requireEditable();
        var after = before;
        for (var upgrade : look(before).entrySet()) {
            after = after.upgraded(
                    upgrade.getKey(),
                    upgrade.getValue().to(),
                    Documents.write(upgrade.getValue().document()),
                    clock.now());
        }
        if (after.version() != before.version()) {
            products.store(after);
            files.keep(caller, before, after);
            drafts.keep(caller, after);
        }
        return after;
    }
}

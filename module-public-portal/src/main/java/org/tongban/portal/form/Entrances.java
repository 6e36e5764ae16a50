package org.tongban.portal.form;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.page.PageAddress;
import org.tongban.core.publicform.PublicForms;
import org.tongban.core.publicform.PublicForms.Registered;

/** What leads to the public forms from other pages (PF-60). */
@Singleton
public class Entrances {
    private final PublicForms forms;

    Entrances(PublicForms forms) {
        this.forms = forms;
    }

    /** A link to a form. */
    public record Entrance(String title, String href) {}

    /** Those that may be filled in about a record of a collection now. */
    public List<Entrance> about(PageAddress address, String collection, UUID record) {
        return forms.about(collection).stream()
                .filter(form -> forms.open(form, record).isPresent())
                .map(form -> new Entrance(
                        action(form, address),
                        address.to(FormScreens.path(form), Map.of("subject", record.toString()))))
                .toList();
    }

    /** All of them, and the page on which they are followed. */
    public List<Entrance> all(PageAddress address) {
        return forms.all().stream()
                .map(form -> new Entrance(
                        form.declared().title().in(address.language()), address.to(FormScreens.path(form))))
                .toList();
    }

    /** The page on which what was handed in is followed. */
    public String follow(PageAddress address) {
        return address.to(FollowController.PATH);
    }

    private static String action(Registered form, PageAddress address) {
        return Optional.ofNullable(form.declared().about())
                .map(about -> about.action().in(address.language()))
                .orElse("");
    }
}

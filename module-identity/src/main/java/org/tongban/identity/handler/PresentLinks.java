package org.tongban.identity.handler;

import jakarta.inject.Singleton;
import java.util.UUID;

/** Says whether an organisation of channel organisation has a handler now (ID-6). */
@Singleton
public class PresentLinks {
    private final LinkRepository links;

    PresentLinks(LinkRepository links) {
        this.links = links;
    }

    /** Whether a person handles the organisation's business; it stays so until the transaction ends. */
    public boolean hasHandler(UUID organisation) {
        return links.lockPresent(organisation).filter(HandlerLink::holds).isPresent();
    }
}

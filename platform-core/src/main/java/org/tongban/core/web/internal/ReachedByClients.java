package org.tongban.core.web.internal;

import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.ClientCaller;

/**
 * What an {@link org.tongban.core.web.Ownership} is besides, where clients have records of their own (CO-27): without it
 * what belongs to somebody is forbidden to a client.
 */
public interface ReachedByClients {
    /**
     * The version of the record, if it exists and the client may reach it.
     *
     * @param lock whether the row is to be locked until the transaction ends
     */
    Optional<Long> version(ClientCaller client, UUID id, boolean lock);
}

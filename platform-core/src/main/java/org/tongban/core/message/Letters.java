package org.tongban.core.message;

import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.tongban.core.crypto.Encrypted;
import org.tongban.core.crypto.MasterKey;

/** Seals whom a message goes to and what it says, and opens both again: a text may hold a code or a name (RL-12). */
@Singleton
public class Letters {
    /** From when only phones got messages; what was sealed for it must go on opening. */
    private static final String RECIPIENT = "core.message.phone";

    private static final String CONTENT = "core.message.content";
    private static final String INBOX = "core.inbox_entry.content";

    private final MasterKey masterKey;
    private final JsonMapper mapper;

    Letters(MasterKey masterKey, JsonMapper mapper) {
        this.masterKey = masterKey;
        this.mapper = mapper;
    }

    /**
     * What a message says.
     *
     * @param subject empty for a short message
     */
    @Serdeable
    public record Content(String subject, String text, Map<String, String> parameters) {}

    /** What stands for a recipient where messages are counted (CO-43): the same each time, not to be turned back. */
    byte[] index(String to) {
        return masterKey.blindIndex(to, RECIPIENT);
    }

    byte[] sealRecipient(UUID message, String to) {
        return masterKey.seal(to, RECIPIENT + message).bytes();
    }

    /** Whom a message goes to, in clear. */
    public String recipient(Message message) {
        return masterKey.openText(Encrypted.of(message.recipient()), RECIPIENT + message.id());
    }

    byte[] sealContent(UUID message, Content content) {
        return seal(content, CONTENT + message);
    }

    /** Seals what an entry of an inbox says. */
    public byte[] sealInbox(UUID entry, Content content) {
        return seal(content, INBOX + entry);
    }

    /** What an entry of an inbox says. */
    public Content inbox(UUID entry, byte[] sealed) {
        return open(sealed, INBOX + entry);
    }

    /** What a message says. */
    public Content content(Message message) {
        var sealed = message.content();
        if (sealed.length == 0) {
            var text = message.text();
            return new Content("", text == null ? "" : text, Map.of());
        }
        return open(sealed, CONTENT + message.id());
    }

    private byte[] seal(Content content, String place) {
        try {
            return masterKey.seal(mapper.writeValueAsBytes(content), place).bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Content open(byte[] sealed, String place) {
        try {
            return Objects.requireNonNull(mapper.readValue(masterKey.open(Encrypted.of(sealed), place), Content.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

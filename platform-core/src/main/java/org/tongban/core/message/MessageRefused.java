package org.tongban.core.message;

/** A provider will never send this message, say because the number does not exist (CO-42): it is given up at once. */
public class MessageRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Gives the reason.
     *
     * @param reason without phone, address or text: staff and logs see it
     */
    public MessageRefused(String reason) {
        super(reason);
    }
}

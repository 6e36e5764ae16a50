package org.tongban.core.contact;

import java.util.Optional;
import org.tongban.core.module.Contact;
import org.tongban.core.module.ModuleDescriptor;

/** How those who run the programmes are reached, for pages (CO-34). */
public interface ContactBoard {
    /** How a programme is reached; empty where nobody has said. */
    Optional<Contact> of(ModuleDescriptor module);
}

/** The enrolment of handlers whose organisation the registry of businesses knows: information, user, face (ID-10 to ID-14). */
@NullMarked
package org.tongban.identity.enrol;

import org.jspecify.annotations.NullMarked;

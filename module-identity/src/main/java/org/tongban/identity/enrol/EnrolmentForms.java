package org.tongban.identity.enrol;

/** The forms of an enrolment (Fields 2.1, 2.2), and what in them decides the way. */
final class EnrolmentForms {
    static final String IN_PROVINCE = "identity/enrol-in-province@1";
    static final String OUT_OF_PROVINCE = "identity/enrol-out-of-province@1";
    static final String CREATE_USER = "identity/create-user@1";
    /** By which a project without a licence goes on, in the manual channel (ID-26). */
    static final String PROJECT = "identity/enrol-project@1";
    /** The type of legal person that has no licence. */
    static final String UNINCORPORATED = "other-unincorporated";

    private EnrolmentForms() {}
}

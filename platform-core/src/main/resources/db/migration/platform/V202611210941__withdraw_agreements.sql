-- CO-33: a version that has not come into force can be taken back.
grant delete on core.agreement_version to ${application};

package org.tongban.identity;

import org.tongban.testkit.FormCorpus;

class FormCorpusTest extends FormCorpus {}

package org.tongban.trial;

import org.tongban.testkit.FormCorpus;

class FormCorpusTest extends FormCorpus {}

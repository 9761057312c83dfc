# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'note.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject, QSize)
from PySide6.QtWidgets import (QHBoxLayout, QLabel,
    QPlainTextEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout)

class Ui_Note(object):
    def setupUi(self, Note):
        if not Note.objectName():
            Note.setObjectName(u"Note")
        self.outer = QVBoxLayout(Note)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(20, 20, 20, 16)
        self.message = QLabel(Note)
        self.message.setObjectName(u"message")
        self.message.setWordWrap(True)
        self.message.setMinimumSize(QSize(440, 0))

        self.outer.addWidget(self.message)

        self.note_label = QLabel(Note)
        self.note_label.setObjectName(u"note_label")
        self.note_label.setWordWrap(True)

        self.outer.addWidget(self.note_label)

        self.note = QPlainTextEdit(Note)
        self.note.setObjectName(u"note")
        self.note.setTabChangesFocus(True)
        self.note.setMinimumSize(QSize(0, 88))

        self.outer.addWidget(self.note)

        self.button_row = QHBoxLayout()
        self.button_row.setSpacing(8)
        self.button_row.setObjectName(u"button_row")
        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.gap)

        self.ok = QPushButton(Note)
        self.ok.setObjectName(u"ok")

        self.button_row.addWidget(self.ok)

        self.cancel = QPushButton(Note)
        self.cancel.setObjectName(u"cancel")

        self.button_row.addWidget(self.cancel)


        self.outer.addLayout(self.button_row)

#if QT_CONFIG(shortcut)
        self.note_label.setBuddy(self.note)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(Note)
        self.ok.clicked.connect(Note.accept)
        self.cancel.clicked.connect(Note.reject)

        self.ok.setDefault(True)


        QMetaObject.connectSlotsByName(Note)
    # setupUi

    def retranslateUi(self, Note):
        Note.setWindowTitle(QCoreApplication.translate("Note", u"\u63a5\u53d7\u5e76\u8bf4\u660e", None))
        self.note_label.setText(QCoreApplication.translate("Note", u"\u4e3a\u4ec0\u4e48\u8fd9\u6837\u662f\u5bf9\u7684\uff1f\u8bf4\u660e\u53ea\u5b58\u5728\u5e74\u62a5\u6587\u4ef6\u91cc\uff0c\u4e0d\u4f1a\u5370\u51fa\u6765\uff1b\u6570\u5b57\u4e00\u53d8\uff0c\u8bf4\u660e\u5c31\u5931\u6548\u3002", None))
        self.ok.setText(QCoreApplication.translate("Note", u"\u63a5\u53d7", None))
        self.cancel.setText(QCoreApplication.translate("Note", u"\u53d6\u6d88", None))
    # retranslateUi


# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'fingerprint.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject, QSize, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QLabel,
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout)

class Ui_Fingerprint(object):
    def setupUi(self, Fingerprint):
        if not Fingerprint.objectName():
            Fingerprint.setObjectName(u"Fingerprint")
        Fingerprint.resize(520, 300)
        self.outer = QVBoxLayout(Fingerprint)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(20, 20, 20, 16)
        self.own = QLabel(Fingerprint)
        self.own.setObjectName(u"own")
        self.own.setWordWrap(True)
        self.own.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard|Qt.TextInteractionFlag.TextSelectableByMouse)

        self.outer.addWidget(self.own)

        self.typed_label = QLabel(Fingerprint)
        self.typed_label.setObjectName(u"typed_label")
        self.typed_label.setWordWrap(True)

        self.outer.addWidget(self.typed_label)

        self.typed = QLineEdit(Fingerprint)
        self.typed.setObjectName(u"typed")

        self.outer.addWidget(self.typed)

        self.answer = QLabel(Fingerprint)
        self.answer.setObjectName(u"answer")
        self.answer.setWordWrap(True)
        self.answer.setMinimumSize(QSize(0, 56))
        self.answer.setAlignment(Qt.AlignmentFlag.AlignLeft|Qt.AlignmentFlag.AlignTop)

        self.outer.addWidget(self.answer)

        self.stretch = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.outer.addItem(self.stretch)

        self.button_row = QHBoxLayout()
        self.button_row.setSpacing(8)
        self.button_row.setObjectName(u"button_row")
        self.choose = QPushButton(Fingerprint)
        self.choose.setObjectName(u"choose")
        self.choose.setAutoDefault(False)

        self.button_row.addWidget(self.choose)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.gap)

        self.cancel = QPushButton(Fingerprint)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.button_row.addWidget(self.cancel)


        self.outer.addLayout(self.button_row)

#if QT_CONFIG(shortcut)
        self.typed_label.setBuddy(self.typed)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(Fingerprint)
        self.cancel.clicked.connect(Fingerprint.reject)

        QMetaObject.connectSlotsByName(Fingerprint)
    # setupUi

    def retranslateUi(self, Fingerprint):
        Fingerprint.setWindowTitle(QCoreApplication.translate("Fingerprint", u"\u6838\u5bf9\u6307\u7eb9", None))
        self.typed_label.setText(QCoreApplication.translate("Fingerprint", u"\u7eb8\u4e0a\u5370\u7684\u6307\u7eb9\uff088 \u4e2a\u5b57\u6bcd\u548c\u6570\u5b57\uff09", None))
#if QT_CONFIG(accessibility)
        self.answer.setAccessibleName(QCoreApplication.translate("Fingerprint", u"\u6838\u5bf9\u7ed3\u679c", None))
#endif // QT_CONFIG(accessibility)
        self.choose.setText(QCoreApplication.translate("Fingerprint", u"\u548c\u4e00\u4e2a\u6587\u4ef6\u6838\u5bf9\u2026", None))
        self.cancel.setText(QCoreApplication.translate("Fingerprint", u"\u5173\u95ed", None))
    # retranslateUi

